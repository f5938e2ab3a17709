/** An event as consumers see it: the CloudEvents 1.0 attributes that Haven uses, with our names. */
export interface HavenEvent {
  /** CloudEvents `id`; the inbox knows an event by it. */
  readonly id: string;
  readonly topic: string;
  /** CloudEvents `subject`; events of one key keep their order. */
  readonly key: string;
  readonly type: string;
  /** Grows by one with each event of the key on the topic. */
  readonly sequence: number;
  /** ISO 8601. */
  readonly time: string;
  readonly correlationId: string | null;
  /** W3C Trace Context of the change, if that was part of a trace. */
  readonly traceparent?: string;
  /** null: the key is gone (a tombstone on a compacted topic). */
  readonly data: unknown;
}

/** Names the key of an event on its topic; order, parking and sequences go by it. */
export const keyOf = ({ topic, key }: Pick<HavenEvent, 'topic' | 'key'>): string => JSON.stringify([topic, key]);

/** What a use case says; id, sequence, time and trace are added as it is written to the outbox. */
export interface OutgoingEvent {
  readonly topic: string;
  readonly key: string;
  readonly type: string;
  readonly data: unknown;
  readonly correlationId?: string;
  /** ISO 8601. Replaces the current time if that must stay secret. Such an event belongs to no trace, since the trace would reveal the time. */
  readonly time?: string;
}
