/** Names the parts that cannot work now; empty: all is well. */
export type FindProblems = () => Promise<readonly string[]>;

/** Injection token of the function that lists what keeps this process from answering. */
export const NOT_READY = Symbol('haven:not-ready');
