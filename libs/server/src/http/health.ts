/** Names the parts that cannot work now; none: all is well. */
export type FindProblems = () => Promise<readonly string[]>;

/** Injection token of the problems that keep this process from answering. */
export const NOT_READY = Symbol('haven:not-ready');
