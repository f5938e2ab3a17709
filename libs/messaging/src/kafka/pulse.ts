import { setTimeout as sleep } from 'node:timers/promises';

/** What a consumer does at the moment, for those who watch it or must have it stand still. */
export interface Pulse {
  /** Grows each time the handler came back, with success or without. */
  beats(): number;
  /** How long the handler has been at work on what it has held longest; null: it is not. */
  busyMilliseconds(): number | null;
  during<T>(work: () => Promise<T>): Promise<T>;
  /** Whether nothing may be handled now; then fetching is paused until it may. `pause` answers how to resume. */
  isHeld(pause: () => () => void): boolean;
  /** Lets nothing be handled from now on; resolves when what is being handled has ended. */
  hold(): Promise<void>;
  release(): void;
  /** Whether nothing may be handled, for whoever only wants to know. */
  standsStill(): boolean;
}

const lookMilliseconds = 20;

/** A consumer that handles batches of a few partitions at a time. */
export function createPulse(): Pulse {
  let beats = 0;
  // When each began, oldest first.
  const atWork = new Map<symbol, number>();
  let holders = 0;
  let resumes: (() => void)[] = [];
  return {
    beats: () => beats,
    busyMilliseconds: () => {
      const [oldest] = atWork.values();
      return oldest === undefined ? null : performance.now() - oldest;
    },
    during: async (work) => {
      const own = Symbol('work');
      atWork.set(own, performance.now());
      try {
        return await work();
      } finally {
        atWork.delete(own);
        beats += 1;
      }
    },
    isHeld: (pause) => {
      if (holders > 0) resumes.push(pause());
      return holders > 0;
    },
    hold: async () => {
      holders += 1;
      while (atWork.size > 0) await sleep(lookMilliseconds);
    },
    release: () => {
      holders -= 1;
      if (holders > 0) return;
      resumes.forEach((resume) => resume());
      resumes = [];
    },
    standsStill: () => holders > 0,
  };
}
