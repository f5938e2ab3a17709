/** Events as consumers and use cases see them. */
export type { HavenEvent, OutgoingEvent } from './event.js';
/** SQL of the messaging tables of a schema. */
export { messagingTables } from './tables.js';
export { deliveryAttemptTable } from './attempts.js';
export { outboxTraceColumn } from './trace.js';
/** What an inbox may forget. */
export { agedInbox } from './aged-inbox.js';
/** Writes events in the transaction of their change. */
export { emit, emitAll, replaceWaiting, waitingAbout } from './outbox.js';
/** Makes the next events newer than what was told before a database went back. */
export { leapSequences, sequenceFloorTable } from './sequence-floor.js';
/** Port of the transport. */
export type { BatchHandler, EventBus, PartitionLag, Subscription } from './event-bus.js';
/** Moves the outbox to the bus. */
export { startRelay, type Relay } from './relay.js';
/** Runs a consumer so that each event takes effect once. */
export { attemptsBeforeParking, startConsumer, type Applied } from './consumer.js';
export type { EventConsumer } from './event-consumer.js';
/** Events that could not be applied. */
export { listParked, type ParkedEvent } from './parking.js';
export { discardParked } from './discard-parked.js';
export { replayParked, type ReplayResult } from './replay-parked.js';
/** Transport of a single process. */
export { openLocalEventBus, type LocalBus } from './local/local-event-bus.js';
export { startForgetting } from './local/forget-passed.js';
/** Transport of many processes. */
export { openKafkaEventBus, type KafkaBusOptions } from './kafka/kafka-event-bus.js';
export { kafkaClient, type KafkaConnection } from './kafka/kafka-client.js';
/** Makes the topics what their declarations say. */
export { applyTopics, type Replication, type TopicChange, type TopicDeclaration } from './kafka/topics.js';
/** Work that repeats until it is stopped. */
export { runLoop, type Loop } from './loop.js';
