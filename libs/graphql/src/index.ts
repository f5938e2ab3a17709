/** Error of a query whose input breaks a rule. */
export { badUserInput } from './bad-user-input.js';
/** Limits on what a query may ask. */
export { depthMaximum, queryLimits, selectionsMaximum, tokensMaximum } from './depth-limit.js';
/** The key under which a mutation takes effect once: 1 to 200 characters. */
export { IdempotencyKey } from './idempotency-key.js';
/** Hides unexpected errors. */
export { createFormatError, type ReportUnexpected } from './format-error.js';
/** Headers of every answer. */
export { pageHeaders } from './page-headers.js';
/** Relay's page information. */
export { PageInfo } from './page-info.js';
/** Failures as types of the schema. */
export {
  FieldProblem,
  IdempotencyConflict,
  InvalidInput,
  NotFound,
  UserError,
  VersionConflict,
  isFailure,
  toUserError,
} from './user-errors.js';
/** Refuses text that no database can hold. */
export { refuseNul } from './refuse-nul.js';
/** Subscriptions beside HTTP. */
export { messageBytesMaximum, serveSubscriptions } from './serve-subscriptions.js';
/** The same limits and silence over a WebSocket. */
export { webSocketOptions } from './web-socket-options.js';
