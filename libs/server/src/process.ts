// What a process without a graph needs. None of these loads a framework.
/** Runs a process until a signal stops it. */
export { runProcess, say } from './run-process.js';
/** The process cannot start. One line tells the person at the terminal why. */
export { StartProblem } from './start-problem.js';
export { explainFailure } from './explain-failure.js';
/** Closes everything that was opened, in reverse order. */
export { opening, ReverseStack } from './reverse-stack.js';
/** Commands of the `haven` command line. */
export { openControlServer, type ControlServer } from './control/control-server.js';
export { askControl, ControlProblem, nobodyListens } from './control/ask-control.js';
/** The owner of a data directory. */
export { failIfForeign } from './control/owner.js';
export type { RunCommand, Tell } from './control/commands.js';
/** A log without callers' data. */
export { namesOf, placeOf, wordOf } from './names-of.js';
export { quietLibraries } from './quiet-libraries.js';
