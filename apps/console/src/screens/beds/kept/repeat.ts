/** Work that goes on until nothing is left of it. */
export interface Repeated {
  /** Now, or once more after what runs now. */
  start(): void;
  /** Not before so many milliseconds. */
  plan(milliseconds: number): void;
  /** After a failure: later each time, until {@link succeeded}. */
  again(): void;
  succeeded(): void;
  stop(): void;
}

const waits = { first: 2_000, longest: 30_000 };

/** Runs work one at a time, with a timer for the next run. */
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
