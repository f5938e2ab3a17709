import { SettingsError } from '@haven/config';
import { NewerSchemaError, PendingMigrationsError } from '@haven/persistence';
import { KeyProblem } from '@haven/security';
import { StartProblem } from './start-problem.js';

export { StartProblem };

const forPeople = [SettingsError, NewerSchemaError, PendingMigrationsError, KeyProblem, StartProblem];

/** One line for the person at the terminal; the stack only for what nobody foresaw. */
export function explainFailure(error: unknown): string {
  if (forPeople.some((kind) => error instanceof kind)) return (error as Error).message;
  const { code, port } = error as { code?: string; port?: number };
  if (code === 'EADDRINUSE' && Number(port) > 0)
    return `Port ${port} is taken. Stop what uses it, or choose another: PORT=${Number(port) + 1} npm start`;
  if (code === 'EACCES' && Number(port) > 0) return `Port ${port} needs more rights. Choose one above 1023: PORT=4000 npm start`;
  return `Haven could not start. ${error instanceof Error ? error.stack : String(error)}`;
}
