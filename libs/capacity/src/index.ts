import { serviceConsumer } from './messaging/service-consumer.js';
import { inTransaction } from './persistence/capacity-database.js';

/** Beds in the graph. */
export { CapacityModule, type CapacityModuleOptions } from './capacity.module.js';
/** Counts pools with old counts, for alerts. */
export { stalePools } from './persistence/stale-pools.js';
/** Opens the schema `capacity`. */
export { openCapacityDatabase } from './persistence/capacity-database.js';
/** Follows the registry's services: start it on the schema `capacity`. */
export const capacityConsumer = serviceConsumer(inTransaction);
