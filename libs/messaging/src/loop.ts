/** Work that repeats until it is stopped. */
export interface Loop {
  /** There may be work now. */
  wake(): void;
  /** Resolves when the current round has ended. */
  stop(): Promise<void>;
}

const idleMilliseconds = 200;
const retryMilliseconds = 1_000;

/**
 * Repeats `round` while it returns true, then waits for a wake-up or a short while. After an error it reports, pauses and retries. No
 * wake-up shortens that pause: new work does not bring the database or the bus back.
 */
export function runLoop(round: () => Promise<boolean>, onError: (error: unknown) => void, idle = idleMilliseconds): Loop {
  let stopped = false;
  let woken = false;
  let failed = false;
  let goOn = (): void => undefined;
  const pause = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, woken && !failed ? 0 : milliseconds);
      goOn = () => (clearTimeout(timer), resolve());
    });
  const attempt = async () => {
    woken = false;
    failed = false;
    try {
      return (await round()) ? 0 : idle;
    } catch (error) {
      failed = true;
      onError(error);
      return retryMilliseconds;
    }
  };
  const running = (async () => {
    while (!stopped) {
      const wait = await attempt();
      if (wait > 0 && !stopped) await pause(wait);
    }
  })();
  const wake = () => {
    woken = true;
    if (!failed) goOn();
  };
  return { wake, stop: () => ((stopped = true), goOn(), running) };
}
