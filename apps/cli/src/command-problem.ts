/** The command is invalid or cannot be executed. `message` is for the person at the terminal. */
export class CommandProblem extends Error {
  override name = 'CommandProblem';
}
