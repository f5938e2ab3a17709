/** A running system. Stopping it loses nothing. */
export interface Running {
  stop(): Promise<void>;
}

/** Starts, runs until Ctrl-C or SIGTERM, and exits with code 0. A failed start prints one clear line and exits with code 1. */
export async function runProcess(start: () => Promise<Running>, explain: (error: unknown) => string): Promise<void> {
  const stopping = new AbortController();
  // Ctrl-C arrives twice, from the terminal and from npm. The second must not interrupt an orderly stop.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopping.abort());
  try {
    const running = await start();
    await untilAborted(stopping.signal);
    say('Stopping …');
    await running.stop();
    process.exit(0);
  } catch (error) {
    say(explain(error));
    process.exit(1);
  }
}

/** Progress goes to stderr, so that a pipe gets only results. */
export const say = (line: string): void => void process.stderr.write(`${line}\n`);

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => (signal.aborted ? resolve() : signal.addEventListener('abort', () => resolve(), { once: true })));
}
