/** Limits on what a query may ask. */
export { queryLimits, tokensMaximum } from './depth-limit.js';
/** Where graphql-js found a variable wrong. */
export { coercedField } from './format-error.js';
/** Refuses text that no database can hold. */
export { nulRefusal } from './refuse-nul.js';
/** As much as is read of one message. */
export { messageBytesMaximum } from './serve-subscriptions.js';
/** Headers of every answer. */
export { pageHeaders } from './page-headers.js';
