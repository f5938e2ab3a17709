import { namesOf, type ErrorNames } from './names-of.js';

/** What a library wanted to write, without its words. */
export interface LibraryLine extends Partial<ErrorNames> {
  /** The way that it took. */
  readonly by: string;
}

/** Writes one line of the log. */
export type TellOfLibrary = (level: 'warn' | 'fatal', line: LibraryLine) => void;

const methods = ['debug', 'dir', 'dirxml', 'error', 'info', 'log', 'table', 'trace', 'warn'] as const;

/**
 * Libraries write to the console what they cannot handle, including a caller's text. From here on a process logs only
 * that they did, with the names of the error; so does Node of its warnings and of what nobody caught, which ends the process.
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
  process.on('warning', (warning) => tell('warn', { by: 'warning', ...namesOf(warning) }));
  process.on('uncaughtException', (error) => {
    tell('fatal', { by: 'uncaught', ...namesOf(error) });
    process.exit(1);
  });
}
