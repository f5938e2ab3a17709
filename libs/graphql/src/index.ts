/** Error of a query with an invalid input. */
export { badUserInput } from './bad-user-input.js';
/** Limits on the size and cost of an operation. */
export { answerTooLarge } from './limits/answer-too-large.js';
export { UnreadAnswers } from './limits/unread-answers.js';
export { documentRules } from './limits/document-rules.js';
export { limitOperations } from './limits/limit-operations.js';
export { answerBytesMaximum, messageBytesMaximum, tokensMaximum } from './limits/numbers.js';
/** Divides a process among its callers. */
export { FairShare, type Payer } from './share/fair-share.js';
/** The key under which a mutation takes effect once: 1 to 200 characters. */
export { IdempotencyKey } from './idempotency-key.js';
/** Hides unexpected errors. */
export { createFormatError, type ReportUnexpected } from './format-error.js';
/** Headers of every answer. */
export { pageHeaders } from './page-headers.js';
/** The same headers where Node or `ws` refuse a request. */
export { guardConnection } from './guard-connection.js';
/** Pages of lists. */
export { connectionOf, type Connection } from './connection.js';
/** Relay's page information. */
export { PageInfo } from './page-info.js';
/** Converts answers of use cases for the graph. */
export { answerUnion, inGraph, orBadInput } from './answers.js';
/** Failures as types of the schema. */
export { FieldProblem, IdempotencyConflict, InvalidInput, NotFound, UserError, VersionConflict } from './user-errors.js';
/** Subscriptions, besides HTTP. */
export { serveSubscriptions, type Subscriptions } from './serve-subscriptions.js';
/** The same limits and hidden errors over a WebSocket. */
export { webSocketOptions } from './web-socket-options.js';
