import type { AgingRows } from '@haven/persistence';

/**
 * Old rows of an inbox, which may be deleted. An event may be redelivered at any age: the last one of a key stays on a compacted topic for
 * ever, and all are redelivered if a group's offsets are lost or the read model is rebuilt. So the inbox is not the only protection. The
 * stored sequence of each key is never deleted, and every event that took effect is at or below it; without its inbox row, such an event is
 * skipped as overtaken. For a week, as long as Kafka keeps the offsets of an absent group, the inbox recognizes it by id as well.
 */
export const agedInbox = (schema: string): AgingRows => ({ schema, table: 'inbox', agedBy: 'handled_at', days: 7 });
