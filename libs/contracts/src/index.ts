export {
  admissionRuleSchema,
  serviceSnapshotSchema,
  serviceSnapshotType,
  serviceTopic,
  serviceViewSchema,
  serviceWithdrawnType,
} from './events/service-event.js';
export type { ServiceSnapshot, ServiceView } from './events/service-event.js';
export type { Schedule } from './events/schedule.js';
export {
  availabilitySnapshotSchema,
  availabilityTopic,
  availabilityType,
  availabilityWithdrawnType,
  bedPoolSchema,
} from './events/availability-event.js';
/** What rooms are called to everybody but their staff. */
export { roomName, withRoomNames } from './events/room-name.js';
export type { AvailabilitySnapshot, BedPoolView } from './events/availability-event.js';
export { holdSnapshotSchema, HoldState, holdTopic, holdType } from './events/hold-event.js';
export type { HoldView } from './events/hold-event.js';
export { demandSchema, demandTopic, demandType, NeedOutcome, PartyShape } from './events/demand-event.js';
export type { DemandView } from './events/demand-event.js';
export { eventDeclarations } from './events/declared-events.js';
export type { DeclaredEvent } from './events/declared-events.js';
export { compactedTopics, passingTopics, topicDeclarations } from './topics.js';
export type { DeclaredTopic } from './topics.js';
export { CapacityStatus, LocationPrecision, ServiceStatus } from './graphql/enums.js';
export { AdmissionRule, AdmissionRuleInput, PersonClause, PersonClauseInput } from './graphql/admission-rule.js';
export { OrganizationSummary, Phone, Service, ServiceLocation } from './graphql/service.js';
export { Availability, BedPool, HeldBeds } from './graphql/availability.js';
export { DateTimeScalar } from './graphql/date-time.js';
export { Reason, ReasonResolver } from './graphql/reason.js';
/** Descriptions that two parts of the graph share. */
export { whoIsWho } from './graphql/who-is-who.js';
