import { v5 } from 'uuid';
import type { IHeaders, KafkaMessage, Message } from 'kafkajs';
import type { HavenEvent } from '../event.js';
import { unreadableType } from '../unreadable.js';

/** Makes the ids of unreadable messages: the same message is the same event on each delivery. */
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
      // Extension "sequence" of CloudEvents: a text.
      ce_sequence: String(event.sequence),
      ...(event.correlationId && { ce_correlationid: event.correlationId }),
      'content-type': 'application/json',
    },
  };
}

/** Where a message stood. */
export interface MessagePlace {
  readonly topic: string;
  readonly partition: number;
}

/** Reads a message, and never throws: an error here would stop the consumer for good. What is not an event becomes an unreadable one. */
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
    data: value === null ? null : (JSON.parse(value.toString('utf8')) as unknown),
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
  event.key !== null &&
  Boolean(event.type) &&
  Number.isSafeInteger(event.sequence) &&
  event.sequence > 0 &&
  !Number.isNaN(Date.parse(event.time ?? ''));

/** Keeps the raw value in base64 so that a person can look at it where it is parked. */
function unreadable({ topic, partition }: MessagePlace, { key, value, offset, timestamp }: KafkaMessage): HavenEvent {
  return {
    id: v5(`${topic}/${partition}/${offset}`, namespace),
    topic,
    key: key?.toString('utf8') ?? `partition ${partition}`,
    type: unreadableType,
    // It has none of its own; behind every readable event of its key, so that a replay applies those first.
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
