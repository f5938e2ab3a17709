/** Injection token of the port `Registry`. */
export const REGISTRY = Symbol('REGISTRY');
