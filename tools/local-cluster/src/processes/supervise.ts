import { setTimeout as sleep } from 'node:timers/promises';
import { createBackoff } from './backoff.js';
import { startChild, type Child, type ChildSpec } from './child.js';

/** A process that is started again whenever it ends. */
export interface Supervised {
  readonly name: string;
  /** Null: between two runs. */
  pid(): number | null;
  /** How often it was started again. */
  restarts(): number;
  /** Kills it because of `reason`; it is started again. */
  replace(reason: string): void;
  stop(): Promise<void>;
}

/** Callbacks of the supervisor. */
export interface Supervision {
  /** One line for the terminal. */
  readonly say: (line: string) => void;
  /** Called if the process id has changed. */
  readonly changed: () => void;
  /** Whether the process with this name must stay away for now. */
  readonly isHeld: (name: string) => boolean;
}

const heldMilliseconds = 200;

/** Starts a process and keeps it running until it is stopped. */
export function supervise(spec: ChildSpec, supervision: Supervision): Supervised {
  const stopping = new AbortController();
  const state: State = { child: null, restarts: 0, reason: null };
  const running = keepRunning(spec, supervision, state, stopping.signal);
  return {
    name: spec.name,
    pid: () => state.child?.pid ?? null,
    restarts: () => state.restarts,
    replace: (reason) => {
      state.reason = reason;
      state.child?.kill();
    },
    stop: async () => {
      stopping.abort();
      await state.child?.stop();
      await running;
    },
  };
}

interface State {
  child: Child | null;
  restarts: number;
  /** Why it was killed. */
  reason: string | null;
}

async function keepRunning(spec: ChildSpec, { say, changed, isHeld }: Supervision, state: State, signal: AbortSignal): Promise<void> {
  const pauseAfter = createBackoff();
  while (!signal.aborted) {
    const started = performance.now();
    state.child = startChild(spec);
    changed();
    const how = await state.child.ended;
    state.child = null;
    if (signal.aborted) return;
    changed();
    const pause = pauseAfter(performance.now() - started);
    say(`${spec.name} ${state.reason ?? endText(how)}; starting it again in ${pause / 1_000} s. Log: ${spec.log}`);
    state.reason = null;
    await sleep(pause, null, { signal }).catch(() => null);
    while (isHeld(spec.name) && !signal.aborted) await sleep(heldMilliseconds);
    state.restarts += 1;
  }
}

const endText = (how: number | NodeJS.Signals): string => (typeof how === 'number' ? `ended with code ${how}` : `was ended by ${how}`);
