import type { AgingRows } from '@haven/persistence';

/**
 * Rows of an inbox that may go. How old an event can be that comes again has no limit: the last one of a key stays on a compacted
 * topic for ever, and all come again when a group's offsets are lost or the read model is rebuilt. So nothing rests on the inbox
 * alone. Each event of it that took effect is at or below the sequence stored for its key, and that is never forgotten: when an event
 * comes again after its row is gone, it is left out as overtaken. For a week, as long as Kafka keeps the offsets of a group that
 * is away, it is known by its id as well.
 */
export const agedInbox = (schema: string): AgingRows => ({ schema, table: 'inbox', agedBy: 'handled_at', days: 7 });
