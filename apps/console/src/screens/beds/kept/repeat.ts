/** Work that repeats until nothing is left to do. */
export interface Repeated {
  /** Runs now, or once more after the current run. */
  start(): void;
  /** Runs after this many milliseconds. */
  plan(milliseconds: number): void;
  /** Runs again after a failure: later each time, until {@link succeeded}. */
  again(): void;
  succeeded(): void;
  stop(): void;
}

const waits = { first: 2_000, longest: 30_000 };

/** Runs work one run at a time, with a timer for the next run. */
export function repeat(work: () => Promise<void>, later: (milliseconds: number, work: () => void) => () => void): Repeated {
  let wait = waits.first;
  let cancel = (): void => undefined;
  let isRunning = false;
  let runsAgain = false;
  let isStopped = false;
  const plan = (milliseconds: number) => {
    cancel();
    cancel = later(milliseconds, start);
  };
  const again = () => {
    plan(wait);
    wait = Math.min(waits.longest, wait * 2);
  };
  function start(): void {
    runsAgain = isRunning;
    if (isRunning || isStopped) return;
    isRunning = true;
    void work()
      .catch(again)
      .finally(() => {
        isRunning = false;
        if (runsAgain) start();
      });
  }
  return {
    start,
    plan,
    again,
    succeeded: () => (wait = waits.first),
    stop: () => {
      isStopped = true;
      cancel();
    },
  };
}
