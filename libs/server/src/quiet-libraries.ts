import { namesOf, type ErrorNames } from './names-of.js';

/** A log line of a library, without its text. */
export interface LibraryLine extends Partial<ErrorNames> {
  /** The console method or event that it used. */
  readonly by: string;
}

/** Writes one line of the log. */
export type TellOfLibrary = (level: 'warn' | 'fatal', line: LibraryLine) => void;

const methods = ['debug', 'dir', 'dirxml', 'error', 'info', 'log', 'table', 'trace', 'warn'] as const;

/**
 * Libraries write what they cannot handle to the console, including callers' data. From now on the process only logs that they did, with
 * the names of the error. The same goes for Node's warnings and uncaught errors, which end the process.
 */
export function quietLibraries(tell: TellOfLibrary): void {
  const quiet =
    (method: string) =>
    (...given: unknown[]) => {
      const error = given.find((one) => one instanceof Error);
      tell('warn', { by: `console.${method}`, ...(error && namesOf(error)) });
    };
  Object.assign(globalThis.console, Object.fromEntries(methods.map((method) => [method, quiet(method)])));
  process.removeAllListeners('warning');
  process.on('warning', (warning) => {
    if (!isDisabled(warning.name, process.execArgv)) tell('warn', { by: 'warning', ...namesOf(warning) });
  });
  process.on('uncaughtException', (error) => {
    tell('fatal', { by: 'uncaught', ...namesOf(error) });
    process.exit(1);
  });
}

/** Whether Node was started with `--disable-warning` for this type of warning. Its own handler would not show it either. */
export const isDisabled = (type: string, flags: readonly string[]): boolean => flags.includes(`--disable-warning=${type}`);
