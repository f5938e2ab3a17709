/** Answers of use cases: a result or a failure. */
export { isFailure, type FailureOf, type ResultOf } from './answer.js';
/** Commands that take effect once, however often they are sent. */
export { invalid, once, type Command, type KeepsAnswers } from './command.js';
/** Cursors of lists. */
export { readCursor, writeCursor } from './cursor.js';
/** Checks for short texts of one line. */
export { lineProblems } from './line.js';
