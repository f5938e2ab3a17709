/** An event as consumers see it: the CloudEvents 1.0 attributes that Haven uses, under Haven's names. */
export interface HavenEvent {
  /** CloudEvents `id`. The inbox recognizes an event by it. */
  readonly id: string;
  readonly topic: string;
  /** CloudEvents `subject`. Events of one key keep their order. */
  readonly key: string;
  readonly type: string;
  /** Grows by one with each event of the key on the topic. */
  readonly sequence: number;
  /** ISO 8601. */
  readonly time: string;
  readonly correlationId: string | null;
  /** W3C Trace Context of the change, if it belonged to a trace. */
  readonly traceparent?: string;
  /** null: the key is gone (a tombstone on a compacted topic). */
  readonly data: unknown;
}

/** Identifies the key of an event on its topic, for order, parking and sequences. */
export const keyOf = ({ topic, key }: Pick<HavenEvent, 'topic' | 'key'>): string => JSON.stringify([topic, key]);

/** What a use case emits. Writing it to the outbox adds id, sequence, time and trace. */
export interface OutgoingEvent {
  readonly topic: string;
  readonly key: string;
  readonly type: string;
  readonly data: unknown;
  readonly correlationId?: string;
  /**
   * ISO 8601. Replaces the current time if that must stay secret. Such an event belongs to no trace, since the trace would reveal the time.
   */
  readonly time?: string;
}
