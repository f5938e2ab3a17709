import { v5 } from 'uuid';
import type { IHeaders, KafkaMessage, Message } from 'kafkajs';
import type { HavenEvent } from '../event.js';
import { unreadableType } from '../unreadable.js';

/** Makes the ids of unreadable messages, so that one message is the same event on each delivery. */
const namespace = '3f3c2f55-8f9e-5d0a-9b57-1f6a6d2f6c11';
const source = '/haven';

/** CloudEvents 1.0, Kafka protocol binding, binary mode: attributes are headers, the data is the value as JSON. */
export function toMessage(event: HavenEvent): Message {
  return {
    key: event.key,
    value: event.data === null ? null : JSON.stringify(event.data),
    headers: {
      ce_specversion: '1.0',
      ce_id: event.id,
      ce_source: source,
      ce_type: event.type,
      ce_subject: event.key,
      ce_time: event.time,
      // The "sequence" extension of CloudEvents is a text.
      ce_sequence: String(event.sequence),
      ...(event.correlationId && { ce_correlationid: event.correlationId }),
      // The "distributed tracing" extension of CloudEvents.
      ...(event.traceparent && { ce_traceparent: event.traceparent }),
      'content-type': 'application/json',
    },
  };
}

/** The position of a message. */
export interface MessagePlace {
  readonly topic: string;
  readonly partition: number;
}

/**
 * Reads a message and never throws: an error here would stop the consumer for good. A message that is no event becomes an unreadable event.
 */
export function toEvent(place: MessagePlace, message: KafkaMessage): HavenEvent {
  try {
    return readEvent(place.topic, message);
  } catch {
    return unreadable(place, message);
  }
}

function readEvent(topic: string, { key, value, headers }: KafkaMessage): HavenEvent {
  const attribute = (name: string) => text(headers, `ce_${name}`);
  const event = {
    id: attribute('id'),
    topic,
    key: key === null ? null : key.toString('utf8'),
    type: attribute('type'),
    sequence: Number(attribute('sequence') ?? Number.NaN),
    time: attribute('time'),
    correlationId: attribute('correlationid'),
    ...traceOf(attribute('traceparent')),
    data: value === null ? null : parse(value.toString('utf8')),
  };
  if (!isComplete(event)) throw new TypeError('An attribute is missing.');
  return event;
}

interface PerhapsEvent extends Omit<HavenEvent, 'id' | 'key' | 'type' | 'time'> {
  readonly id: string | null;
  readonly key: string | null;
  readonly type: string | null;
  readonly time: string | null;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const isComplete = (event: PerhapsEvent): event is HavenEvent =>
  uuid.test(event.id ?? '') &&
  isKey(event.key) &&
  [event.type, event.time, event.correlationId].every((text) => isStorable(text ?? '')) &&
  Boolean(event.type) &&
  Number.isSafeInteger(event.sequence) &&
  event.sequence > 0 &&
  !Number.isNaN(Date.parse(event.time ?? ''));

const traceparent = /^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** Drops a trace that cannot be parsed: the event is still readable. */
const traceOf = (text: string | null): Pick<HavenEvent, 'traceparent'> => (text && traceparent.test(text) ? { traceparent: text } : {});

/** Longer keys do not fit into the indexes of the tables that store them. */
const keyLengthMaximum = 1_000;

const isKey = (key: string | null | undefined): key is string =>
  typeof key === 'string' && key.length <= keyLengthMaximum && isStorable(key);

/** Whether PostgreSQL can store the text. An event with other text could not even be parked, and would block its partition for good. */
const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

/** Only an escape sequence can contain what {@link isStorable} rejects. */
const parse = (text: string): unknown => JSON.parse(text, text.includes('\\u') ? refuseUnstorable : undefined) as unknown;

function refuseUnstorable(name: string, value: unknown): unknown {
  if (!isStorable(name) || (typeof value === 'string' && !isStorable(value))) throw new TypeError('A text cannot be stored.');
  return value;
}

/** Keeps the raw value in base64, so that a person can look at it where it is parked. */
function unreadable({ topic, partition }: MessagePlace, { key, value, offset, timestamp }: KafkaMessage): HavenEvent {
  const given = key?.toString('utf8');
  return {
    id: v5(`${topic}/${partition}/${offset}`, namespace),
    topic,
    key: isKey(given) ? given : `partition ${partition}`,
    type: unreadableType,
    // The message has no sequence. This one sorts it behind every readable event of its key, so a replay applies those first.
    sequence: Number.MAX_SAFE_INTEGER,
    time: new Date(Number(timestamp) || 0).toISOString(),
    correlationId: null,
    data: value?.toString('base64') ?? null,
  };
}

function text(headers: IHeaders | undefined, name: string): string | null {
  const value = headers?.[name];
  const single = Array.isArray(value) ? value[0] : value;
  return single === undefined ? null : single.toString();
}
