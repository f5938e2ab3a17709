import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { KafkaMessage } from 'kafkajs';
import type { HavenEvent } from '../event.js';
import { unreadableType } from '../unreadable.js';
import { toEvent, toMessage } from './cloud-event.js';

const place = { topic: 'goods', partition: 3 };
const sent = (event: HavenEvent): KafkaMessage => {
  const { key, value, headers = {} } = toMessage(event);
  const bytes = (text: string | Buffer | null | undefined) => (text === null || text === undefined ? null : Buffer.from(text));
  return {
    key: bytes(key),
    value: bytes(value),
    headers: Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, Buffer.from(text as string)])),
    timestamp: '0',
    attributes: 0,
    offset: '7',
  };
};
const storable = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0'));
const events = fc.record({
  id: fc.uuid(),
  topic: fc.constant(place.topic),
  key: storable,
  type: storable.filter((text) => text !== ''),
  sequence: fc.integer({ min: 1 }),
  time: fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') }).map((date) => date.toISOString()),
  correlationId: fc.option(storable.filter((text) => text !== '')),
  traceparent: fc.option(fc.constant('00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'), { nil: undefined }),
  data: fc.option(fc.dictionary(storable, storable)),
});
const bytes = fc.option(fc.uint8Array().map((array) => Buffer.from(array)));

describe('an event as a message of Kafka', () => {
  it('is the same after a round trip', () => {
    fc.assert(fc.property(events, (event) => expect(toEvent(place, sent(event))).toEqual(event)));
  });

  it('is read without an exception whatever it contains, and can be stored', () => {
    const part = fc.oneof(bytes, fc.constantFrom('', '1', '-1', '1e400', '{"a":"\\u0000"}', '"\\udc00"', '{').map(Buffer.from));
    const names = ['ce_id', 'ce_type', 'ce_time', 'ce_sequence', 'ce_correlationid', 'ce_traceparent'] as const;
    const broken = fc.record({ event: events, key: part, value: part, name: fc.constantFrom(...names), header: part, which: fc.nat(7) });
    fc.assert(
      fc.property(broken, ({ event, key, value, name, header, which }) => {
        const message = sent(event);
        const read = toEvent(place, {
          ...message,
          ...(which & 1 && { key }),
          ...(which & 2 && { value }),
          ...(which & 4 && { headers: { ...message.headers, [name]: header ?? undefined } }),
        } as KafkaMessage);
        expect(JSON.stringify(read)).not.toMatch(/(?<!\\)(\\\\)*\\u(0000|d[89a-f])/);
        expect(Number.isSafeInteger(read.sequence)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is read without its trace if that is invalid', () => {
    const [event] = fc.sample(events, 1) as [HavenEvent];
    const { headers, ...message } = sent(event);
    const traced = (text: string) =>
      toEvent(place, { ...message, headers: { ...headers, ce_traceparent: Buffer.from(text) } } as KafkaMessage);
    const { traceparent: _none, ...without } = event;
    for (const text of ['', 'nonsense', '00-0af7', `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01-${'c'.repeat(9_000)}`])
      expect(traced(text)).toEqual(without);
  });

  it('is the same event on each delivery if it is unreadable, and another one at another position', () => {
    const message: KafkaMessage = { key: null, value: Buffer.from('{'), timestamp: 'none', attributes: 0, offset: '7', headers: {} };
    const first = toEvent(place, message);
    expect(first).toMatchObject({ type: unreadableType, key: 'partition 3', data: 'ew==', sequence: Number.MAX_SAFE_INTEGER });
    expect(toEvent(place, message)).toEqual(first);
    expect(toEvent(place, { ...message, offset: '8' }).id).not.toBe(first.id);
  });
});
