/** The port `Registry` on its database. */
export const REGISTRY = Symbol('REGISTRY');
