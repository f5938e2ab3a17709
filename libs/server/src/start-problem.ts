/** The process cannot start. `message` is one line that says what to do. */
export class StartProblem extends Error {
  override name = 'StartProblem';
}
