/** Limits on a document. */
export { documentRules } from './limits/document-rules.js';
export { costOf } from './limits/cost-of.js';
export { parseWithinLimits } from './limits/understand.js';
export { UnreadAnswers } from './limits/unread-answers.js';
/** Bounds for sockets. */
export { guardSockets, type Identify } from './sockets/guard-sockets.js';
/** The field of a wrong variable. */
export { coercedField } from './format-error.js';
/** Refuses text that no database can store. */
export { nulRefusal } from './limits/refuse-nul.js';
/** The longest message that is read. */
export { messageBytesMaximum } from './limits/numbers.js';
/** Headers of every answer. */
export { pageHeaders } from './page-headers.js';
/** The same headers where Node or `ws` refuse a request. */
export { guardConnection } from './guard-connection.js';
