import { context, propagation, trace, type Span } from '@opentelemetry/api';
import { InMemorySpanExporter, NodeTracerProvider, SimpleSpanProcessor, type ReadableSpan } from '@opentelemetry/sdk-trace-node';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { emit, startConsumer, startRelay, type EventBus, type EventConsumer } from '../index.js';
import { eventually, keysOf, unique, usingTransport, type TransportUnderTest } from './transport.contract.js';

const exporter = new InMemorySpanExporter();

/** How a trace follows a change across the transport. */
export function tracesContract(start: () => Promise<TransportUnderTest>): void {
  const use = usingTransport(start);
  beforeAll(() => new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }).register());
  beforeEach(() => exporter.reset());
  afterAll(() => [trace, context, propagation].forEach((part) => part.disable()));

  it('covers a request, the effect of its event, and the effect of the event after that', async () => {
    const follow = await followed(use.transport, await use.open());
    const request = trace.getTracer('test').startSpan('request');
    await follow.emitIn(trace.setSpan(context.active(), request));
    await follow.settled();
    const spans = exporter.getFinishedSpans();
    expect(spans.map(nameOf).sort()).toEqual([...follow.topics.flatMap((topic) => [`process ${topic}`, `send ${topic}`])].sort());
    expect(new Set(spans.map((span) => span.spanContext().traceId))).toEqual(new Set([request.spanContext().traceId]));
    const [first, second] = follow.topics.map((topic) => spans.filter((span) => nameOf(span).endsWith(` ${topic}`)));
    expect(new Set(first!.map(parentOf))).toEqual(new Set([idOf(request)]));
    expect(new Set(second!.map(parentOf))).toEqual(new Set([idOf(first!.find((span) => nameOf(span).startsWith('process'))!)]));
    expect(JSON.stringify(spans.map(({ name, attributes, events, status }) => ({ name, attributes, events, status })))).not.toMatch(
      new RegExp(`secret|${follow.key}`),
    );
  }, 60_000);

  it('does not start without one', async () => {
    const follow = await followed(use.transport, await use.open());
    await follow.emitIn(context.active());
    await follow.settled();
    expect(exporter.getFinishedSpans()).toEqual([]);
  }, 60_000);

  it('leaves out an event whose time must stay secret', async () => {
    const follow = await followed(use.transport, await use.open());
    await follow.emitIn(trace.setSpan(context.active(), trace.getTracer('test').startSpan('request')), '2026-12-04T22:00:00.000Z');
    await follow.settled();
    expect(exporter.getFinishedSpans()).toEqual([]);
    expect(follow.times).toEqual(['2026-12-04T22:00:00.000Z']);
  }, 60_000);
}

const nameOf = ({ name }: ReadableSpan): string => name;
const idOf = (span: Span | ReadableSpan): string => span.spanContext().spanId;
const parentOf = ({ parentSpanContext }: ReadableSpan): string | undefined => parentSpanContext?.spanId;

/** A first consumer that emits events to a second one. */
async function followed(transport: TransportUnderTest, bus: EventBus) {
  const topics = [await transport.topic(), await transport.topic()] as const;
  const [key] = keysOf(1) as [string];
  const [one, two] = topics;
  const event = (topic: string, time?: string) => ({ topic, key, type: 'changed', data: { note: 'secret' }, ...(time && { time }) });
  const handled: string[] = [];
  const times: string[] = [];
  const first: EventConsumer = {
    name: unique('first'),
    topics: [one],
    apply: (tx, { time }) => (times.push(time), emit(tx, 'shop', event(two))),
  };
  const second: EventConsumer = { name: unique('second'), topics: [two], apply: (_tx, { id }) => Promise.resolve(void handled.push(id)) };
  const relay = startRelay(transport.database, 'shop', bus, () => undefined);
  for (const consumer of [first, second]) await startConsumer(transport.database, 'shop', bus, consumer);
  return {
    topics,
    key,
    times,
    emitIn: (active: ReturnType<typeof context.active>, time?: string) =>
      context.with(active, () => transport.database.transaction((tx) => emit(tx, 'shop', event(one, time)))),
    settled: async () => {
      await eventually('it has arrived', () => handled.length === 1);
      await relay.stop();
    },
  };
}
