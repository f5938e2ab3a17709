/** Injection token of the port `Matching`. */
export const MATCHING = Symbol('MATCHING');
