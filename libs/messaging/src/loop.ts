/** Work that repeats until it is stopped. */
export interface Loop {
  /** There may be work now. */
  wake(): void;
  /** Resolves when the current round has ended. */
  stop(): Promise<void>;
}

const idleMilliseconds = 200;
const retryMilliseconds = 1_000;

/** Repeats `round` while it answers true; then waits for a wake or a short while. An error is told, then retried. */
export function runLoop(round: () => Promise<boolean>, onError: (error: unknown) => void, idle = idleMilliseconds): Loop {
  let stopped = false;
  let woken = false;
  let wakeUp = (): void => undefined;
  const pause = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, woken ? 0 : milliseconds);
      wakeUp = () => (clearTimeout(timer), resolve());
    });
  const attempt = () =>
    round().then(
      (more) => (more ? 0 : idle),
      (error: unknown) => (onError(error), retryMilliseconds),
    );
  const running = (async () => {
    while (!stopped) {
      woken = false;
      const wait = await attempt();
      if (wait > 0 && !stopped) await pause(wait);
    }
  })();
  const wake = () => ((woken = true), wakeUp());
  return { wake, stop: () => ((stopped = true), wake(), running) };
}
