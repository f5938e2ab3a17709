// What a process needs that has no graph: none of these loads a framework.
/** Runs a process until it gets a signal to stop. */
export { runProcess, say } from './run-process.js';
/** The process cannot start; one line about that for the person at the terminal. */
export { StartProblem } from './start-problem.js';
export { explainFailure } from './explain-failure.js';
/** Closes what was opened, in reverse. */
export { opening, ReverseStack } from './reverse-stack.js';
/** Commands of the `haven` command line. */
export { openControlServer, type ControlServer } from './control/control-server.js';
export { askControl, ControlProblem, nobodyListens } from './control/ask-control.js';
/** Whose a data directory is. */
export { failIfForeign } from './control/owner.js';
export type { RunCommand, Tell } from './control/commands.js';
/** A log without what callers send. */
export { namesOf, placeOf, wordOf } from './names-of.js';
export { quietLibraries } from './quiet-libraries.js';
