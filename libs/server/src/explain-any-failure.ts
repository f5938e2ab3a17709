import { NewerSchemaError, PendingMigrationsError } from '@haven/persistence';
import { KeyProblem } from '@haven/security';
import { explainFailure } from './explain-failure.js';

/** As {@link explainFailure}, with what databases and keys may refuse. */
export const explainAnyFailure = (error: unknown): string => explainFailure(error, [NewerSchemaError, PendingMigrationsError, KeyProblem]);
