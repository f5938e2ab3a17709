/** Events as consumers and use cases see them. */
export type { HavenEvent, OutgoingEvent } from './event.js';
/** SQL of the messaging tables of a schema. */
export { messagingTables } from './tables.js';
/** Writes events in the transaction of their change. */
export { emit, emitAll, rewriteWaiting } from './outbox.js';
/** Port of the transport. */
export type { BatchHandler, EventBus, Subscription } from './event-bus.js';
/** Moves the outbox to the bus. */
export { startRelay, type Relay } from './relay.js';
/** Runs a consumer so that each event takes effect once. */
export { attemptsBeforeParking, startConsumer } from './consumer.js';
export type { EventConsumer } from './event-consumer.js';
/** Events that could not be applied. */
export { listParked, replayParked, type ParkedEvent } from './parking.js';
/** Transport of a single process. */
export { openLocalEventBus } from './local/local-event-bus.js';
