import type { ApiSettings, FromApi } from './protocol.js';

/** One line in the log of the process. */
export const tell = (what: unknown): void => {
  const text = what instanceof Error ? `${what.name}: ${what.message}` : String(what);
  process.stderr.write(`${new Date().toISOString()} ${text}\n`);
};

/** Sends a message to the clients. */
export const say = (message: FromApi): void => void process.send?.(message);

/** Runs until it is stopped or killed; it never outlives the process that started it. */
export async function run(start: (settings: ApiSettings) => Promise<() => Promise<void>>): Promise<void> {
  process.once('disconnect', () => process.exit(0));
  try {
    const stop = await start(JSON.parse(process.argv[2] ?? '{}') as ApiSettings);
    const end = (code: number) => () => process.exit(code);
    process.once('SIGTERM', () => void stop().then(end(0), end(1)));
    say({ ready: true });
  } catch (error) {
    tell(error);
    process.exit(1);
  }
}
