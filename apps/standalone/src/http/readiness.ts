/** Names the parts that cannot do their work now; none: ready. */
export type Readiness = () => Promise<readonly string[]>;

/** Injection token of {@link Readiness}. */
export const READINESS = Symbol('haven:readiness');
