import { agedAnswers } from '@haven/persistence';
import { serviceConsumer } from './messaging/service-consumer.js';
import { inTransaction } from './persistence/transaction/in-transaction.js';

/** Beds in the graph. */
export { CapacityModule, type CapacityModuleOptions } from './capacity.module.js';
/** Metrics of beds and holds. */
export { capacityMeasures } from './persistence/reading/measures.js';
/** Tables whose old rows are deleted. */
export const agedInCapacity = [agedAnswers('capacity')];
/** Opens the schema `capacity`. */
export { openCapacityDatabase } from './persistence/capacity-database.js';
/** Capacity on its database, for a process that serves its use cases without the graph. */
export { capacityOn } from './persistence/capacity-database.js';
export type { Capacity } from './ports.js';
/** Shelters define their beds and count them, set their intake, and add surge beds. */
export { defineBedPool, type DefineBedPoolCommand } from './beds/define-bed-pool.js';
export { setBedCounts, type SetBedCountsCommand } from './beds/set-bed-counts.js';
export { setIntake, type SetIntakeCommand } from './intake/set-intake.js';
export { addSurgeBeds, type AddSurgeBedsCommand } from './surges/add-surge-beds.js';
/** The life of a hold. */
export { holdBeds, type HoldBedsCommand } from './holds/hold-beds.js';
export { changeHold, type HoldTransitionCommand } from './holds/change-hold.js';
export { extendPlacement, type ExtendPlacementCommand } from './holds/extend-placement.js';
export { holdGroup, type HoldGroupCommand } from './groups/hold-group.js';
export { joinWaitlist, type JoinWaitlistCommand } from './waitlist/join-waitlist.js';
export { leaveWaitlist, type LeaveWaitlistCommand } from './waitlist/leave-waitlist.js';
/** The work of the sweeper: it ends holds and waitlist entries that are due, and removes ended surge beds. */
export { expireHolds } from './holds/expire-holds.js';
export { expireWaits } from './waitlist/expire-waits.js';
export { removeEndedSurges } from './surges/end-surge.js';
/** Publishes all beds and holds again, after a database was restored or the events were lost. */
export { retellBeds } from './beds/retelling/retell-beds.js';
/** Learns admission rules at the start that the version before did not store. */
export { learnRules } from './messaging/learn-rules.js';
/** Follows the registry's services: start it on the schema `capacity`. */
export const capacityConsumer = serviceConsumer(inTransaction);
