/** Largest message: the body of a request, or a WebSocket message. */
export const messageBytesMaximum = 1_048_576;
/** Tokens of one document: ten times as many as introspection has. Reading longer garbage would make everybody wait. */
export const tokensMaximum = 2_000;
/** Fields and fragments in one document. */
export const selectionsMaximum = 500;
/** How often one selection may contain the same field: comparing them takes quadratic time. */
export const repeatsMaximum = 60;
/** Nesting depth of a query; the deepest useful one has 9 levels, introspection 15. */
export const depthMaximum = 15;
/** Aliases in one document. */
export const aliasesMaximum = 60;
/** Queries or mutations in one operation. */
export const rootFieldsMaximum = 50;
/** The cost of one operation; costs.ts has the cost of its fields. */
export const costMaximum = 200;
/** Largest answer; a page of 100 services with all their fields stays far below it. */
export const answerBytesMaximum = 16 * 1_048_576;
