/** Events as consumers and use cases see them. */
export type { HavenEvent, OutgoingEvent } from './event.js';
/** SQL of the messaging tables of a schema. */
export { messagingTables } from './tables.js';
export { deliveryAttemptTable } from './parking/attempts.js';
export { outboxTraceColumn } from './trace.js';
/** Inbox rows that may be deleted. */
export { agedInbox } from './inbox/aged-inbox.js';
/** Writes events in the transaction of their change. */
export { emit, emitAll, replaceUnsent, unsentAbout } from './outbox/outbox.js';
/** After a restore, makes the next events newer than all before it. */
export { leapSequences, sequenceFloorTable } from './outbox/sequence-floor.js';
/** Port of the transport. */
export type { BatchHandler, EventBus, PartitionLag, Subscription } from './event-bus.js';
/** Moves the outbox to the bus. */
export { startRelay, type Relay } from './outbox/relay.js';
/** Runs a consumer so that each event takes effect once. */
export { attemptsBeforeParking, startConsumer, type Applied } from './inbox/consumer.js';
export type { EventConsumer } from './event-consumer.js';
/** Events that could not be applied. */
export { listParked, type ParkedEvent } from './parking/parking.js';
export { discardParked } from './parking/discard-parked.js';
export { replayParked, type ReplayResult } from './parking/replay-parked.js';
/** Transport within a single process. */
export { openLocalEventBus, type LocalBus } from './local/local-event-bus.js';
export { startForgetting } from './local/forget-passed.js';
/** Transport between many processes. */
export { openKafkaEventBus, type KafkaBusOptions } from './kafka/kafka-event-bus.js';
export { kafkaClient, type KafkaConnection } from './kafka/client/kafka-client.js';
/** Makes the topics match their declarations. */
export { applyTopics, type Replication, type TopicChange, type TopicDeclaration } from './kafka/topics.js';
/** Work that repeats until it is stopped. */
export { runLoop, type Loop } from './loop.js';
