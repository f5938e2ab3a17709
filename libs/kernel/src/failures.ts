/** One problem of an input. `path` is dotted: `locations.0.latitude`. `message` says what to do. */
export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

/** The input breaks a rule; nothing was changed. */
export interface InvalidInput {
  readonly kind: 'InvalidInput';
  readonly fields: readonly FieldProblem[];
}

/** Unknown or not allowed. The two must look the same, or callers could probe ids. */
export interface NotFound {
  readonly kind: 'NotFound';
}

/** The caller saw an older version than the stored one. */
export interface VersionConflict {
  readonly kind: 'VersionConflict';
  readonly currentVersion: number;
}

/** The idempotency key was used before with another body. */
export interface IdempotencyConflict {
  readonly kind: 'IdempotencyConflict';
}

/** Expected failures that more than one service has. */
export type Failure = InvalidInput | NotFound | VersionConflict | IdempotencyConflict;

/** Collects problems and builds the failure. */
export const invalidInput = (...fields: FieldProblem[]): InvalidInput => ({ kind: 'InvalidInput', fields });

/** The one value for "unknown or not allowed". */
export const notFound: NotFound = { kind: 'NotFound' };
