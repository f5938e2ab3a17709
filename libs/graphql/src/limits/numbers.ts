/** Largest message, as the body of a request or over a WebSocket. */
export const messageBytesMaximum = 1_048_576;
/** Words and signs of one document: ten times what introspection has. What is read of longer ones is garbage that everybody waits for. */
export const tokensMaximum = 2_000;
/** Fields and fragments that one document may name. */
export const selectionsMaximum = 500;
/** How often one selection may name the same field: comparing them takes time with the square of it. */
export const repeatsMaximum = 60;
/** Levels that a query may nest; the deepest useful one has 9, introspection 15. */
export const depthMaximum = 15;
/** Fields that one document may call otherwise. */
export const aliasesMaximum = 60;
/** Queries or mutations that one operation may hold. */
export const rootFieldsMaximum = 50;
/** What one operation may cost; costs.ts says what its fields do. */
export const costMaximum = 200;
/** Largest answer; a page of 100 services with all that is known of them stays far below it. */
export const answerBytesMaximum = 16 * 1_048_576;
