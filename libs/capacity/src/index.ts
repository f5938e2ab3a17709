import { serviceConsumer } from './messaging/service-consumer.js';
import { inTransaction } from './persistence/capacity-database.js';

/** Beds in the graph. */
export { CapacityModule, type CapacityModuleOptions } from './capacity.module.js';
/** What is measured of beds and holds. */
export { capacityMeasures } from './persistence/measures.js';
/** Opens the schema `capacity`. */
export { openCapacityDatabase } from './persistence/capacity-database.js';
/** Capacity on its database, for a process that serves its use cases without the graph. */
export { capacityOn } from './persistence/capacity-database.js';
/** Shelters define their beds and count them. */
export { defineBedPool, type DefineBedPoolCommand } from './application/define-bed-pool.js';
export { setBedCounts, type SetBedCountsCommand } from './application/set-bed-counts.js';
/** The life of a hold. */
export { holdBeds, type HoldBedsCommand } from './application/hold-beds.js';
export { changeHold, type HoldTransitionCommand } from './application/change-hold.js';
export { expireHolds } from './application/expire-holds.js';
/** Follows the registry's services: start it on the schema `capacity`. */
export const capacityConsumer = serviceConsumer(inTransaction);
