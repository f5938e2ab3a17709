/** What a use case answers. */
export { isFailure, type FailureOf, type ResultOf } from './answer.js';
/** A command takes effect once. */
export { invalid, once, type Command, type KeepsAnswers } from './command.js';
/** Places in a list. */
export { readCursor, writeCursor } from './cursor.js';
/** Texts of one line. */
export { lineProblems } from './line.js';
