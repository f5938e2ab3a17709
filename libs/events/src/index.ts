export {
  admissionRuleSchema,
  LocationPrecision,
  serviceSnapshotSchema,
  serviceSnapshotType,
  serviceTopic,
  ServiceStatus,
  serviceViewSchema,
  serviceWithdrawnType,
} from './service-event.js';
export type { SeedCapacity, ServiceSnapshot, ServiceView } from './service-event.js';
export type { Schedule } from './schedule.js';
export {
  availabilitySnapshotSchema,
  availabilityTopic,
  availabilityType,
  availabilityWithdrawnType,
  bedPoolSchema,
  CapacityStatus,
} from './availability-event.js';
/** Names of rooms for everybody but their staff. */
export { roomName, withRoomNames } from './room-name.js';
export type { AvailabilitySnapshot, BedPoolView } from './availability-event.js';
export { holdSnapshotSchema, HoldState, holdTopic, holdType } from './hold-event.js';
export type { HoldView } from './hold-event.js';
export { demandSchema, demandTopic, demandType, NeedOutcome, PartyShape } from './demand-event.js';
export type { DemandView } from './demand-event.js';
export { eventDeclarations } from './declared-events.js';
export type { DeclaredEvent } from './declared-events.js';
export { compactedTopics, passingTopics, topicDeclarations } from './topics.js';
export type { DeclaredTopic } from './topics.js';
