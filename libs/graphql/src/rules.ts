/** Limits on what a query may ask. */
export { documentRules } from './limits/document-rules.js';
export { costOf } from './limits/cost-of.js';
export { parseWithinLimits } from './limits/understand.js';
export { UnreadAnswers } from './limits/unread-answers.js';
/** Bounds for sockets. */
export { guardSockets, type Identify } from './sockets/guard-sockets.js';
/** Where graphql-js found a variable wrong. */
export { coercedField } from './format-error.js';
/** Refuses text that no database can hold. */
export { nulRefusal } from './limits/refuse-nul.js';
/** As much as is read of one message. */
export { messageBytesMaximum } from './limits/numbers.js';
/** Headers of every answer. */
export { pageHeaders } from './page-headers.js';
