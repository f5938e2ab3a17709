import { setTimeout as sleep } from 'node:timers/promises';

/** What a handler is working on. */
export interface Work {
  /** Signs of progress so far. */
  signs(): number;
}

/** What a consumer is doing, for code that watches or pauses it. */
export interface Pulse {
  /** Grows each time the handler returns, with or without success. */
  beats(): number;
  /** What is being handled now. */
  atWork(): readonly Work[];
  /** Does the work, which calls `goesOn` at each step. */
  during<T>(work: (goesOn: () => void) => Promise<T>): Promise<T>;
  /** Whether handling is stopped; then fetching pauses. `pause` returns how to resume. */
  isHeld(pause: () => () => void): boolean;
  /** Stops all handling from now on. Resolves when the running work has ended. */
  hold(): Promise<void>;
  release(): void;
  /** Whether handling is stopped. Reading it has no effect. */
  isPaused(): boolean;
}

const lookMilliseconds = 20;

/** A consumer that handles batches of a few partitions at a time. */
export function createPulse(): Pulse {
  let beats = 0;
  const atWork = new Set<Work>();
  let holders = 0;
  let resumes: (() => void)[] = [];
  return {
    beats: () => beats,
    atWork: () => [...atWork],
    during: async (work) => {
      let signs = 0;
      const own: Work = { signs: () => signs };
      atWork.add(own);
      try {
        return await work(() => (signs += 1));
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
    isPaused: () => holders > 0,
  };
}
