import { inspect } from 'node:util';
import { SettingsError } from '@haven/config';
import { StartProblem } from './start-problem.js';

type Kind = abstract new (...given: never[]) => Error;

/** One line for the person at the terminal; a stack only for unexpected errors. The message of `alsoForPeople` errors is such a line. */
export function explainFailure(error: unknown, alsoForPeople: readonly Kind[] = []): string {
  if ([SettingsError, StartProblem, ...alsoForPeople].some((kind) => error instanceof kind)) return (error as Error).message;
  const { code, port } = error as { code?: string; port?: number };
  if (code === 'EADDRINUSE' && Number(port) > 0)
    return `Port ${port} is taken. Stop what uses it, or choose another: PORT=${Number(port) + 1} npm start`;
  if (code === 'EACCES' && Number(port) > 0) return `Port ${port} needs more privileges. Choose one above 1023: PORT=4000 npm start`;
  return `Haven could not start. ${error instanceof Error ? error.stack : inspect(error)}`;
}
