/** The command cannot be understood or carried out; `message` is for the person at the terminal. */
export class CommandProblem extends Error {
  override name = 'CommandProblem';
}
