import { NewerSchemaError, PendingMigrationsError } from '@haven/persistence';
import { KeyProblem } from '@haven/security';
import { explainFailure } from './explain-failure.js';

/** {@link explainFailure}, with the failures of databases and keys. */
export const explainAnyFailure = (error: unknown): string => explainFailure(error, [NewerSchemaError, PendingMigrationsError, KeyProblem]);
