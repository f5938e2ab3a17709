// What a process needs that has no graph: none of these loads a framework.
/** The process cannot start. */
export { StartProblem } from './start-problem.js';
/** Closes what was opened, in reverse. */
export { ReverseStack } from './reverse-stack.js';
/** Commands of the `haven` command line. */
export { openControlServer, type ControlServer } from './control/control-server.js';
export { askControl, nobodyListens } from './control/ask-control.js';
export type { RunCommand, Tell } from './control/commands.js';
