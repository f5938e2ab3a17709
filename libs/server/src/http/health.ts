/** Names the parts that cannot do their work now; none: all is well. */
export type FindProblems = () => Promise<readonly string[]>;

/** The truth about a process, for probes. */
export interface Health {
  /** What only a new process can repair. */
  readonly dead: FindProblems;
  /** What keeps it from answering now. */
  readonly notReady: FindProblems;
}

/** Injection token of {@link Health}. */
export const HEALTH = Symbol('haven:health');
