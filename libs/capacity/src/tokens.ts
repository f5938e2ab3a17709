/** Database of capacity, opened by `openCapacityDatabase`. */
export const CAPACITY_DATABASE = Symbol.for('haven:capacity-database');
/** The time: a kernel `Clock`. */
export const CLOCK = Symbol.for('haven:clock');
/** The transport: a messaging `EventBus`. */
export const EVENT_BUS = Symbol.for('haven:event-bus');
/** The port `Capacity` on its database. */
export const CAPACITY = Symbol.for('haven:capacity');
/** Where failed work in the background is told: `(error: unknown) => void`. */
export const ON_ERROR = Symbol.for('haven:capacity-on-error');
