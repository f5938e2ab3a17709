/** The cluster cannot start or go on; `message` is for the person at the terminal and says what to do. */
export class ClusterProblem extends Error {
  override name = 'ClusterProblem';
}
