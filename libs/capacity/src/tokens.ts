/** Injection token of the port `Capacity`. */
export const CAPACITY = Symbol('CAPACITY');
/** The transport: a messaging `EventBus`. */
export const EVENT_BUS = Symbol('EVENT_BUS');
/** Reports failed background work: `(error: unknown) => void`. */
export const ON_ERROR = Symbol('ON_ERROR');
