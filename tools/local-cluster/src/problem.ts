/** The cluster cannot start or continue; `message` is for the person at the terminal and gives advice. */
export class ClusterProblem extends Error {
  override name = 'ClusterProblem';
}
