/** The port `Matching` on its database. */
export const MATCHING = Symbol('MATCHING');
