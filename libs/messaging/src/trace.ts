import {
  context,
  isSpanContextValid,
  propagation,
  SpanKind,
  SpanStatusCode,
  trace,
  type Attributes,
  type Context,
  type Span,
  type SpanOptions,
} from '@opentelemetry/api';
import type { HavenEvent } from './event.js';

const tracer = trace.getTracer('haven');

/** SQL of the column that stores the trace of the change behind an event. */
export const outboxTraceColumn = (schema: string): string => `ALTER TABLE "${schema}".outbox ADD COLUMN IF NOT EXISTS traceparent text`;

/** The current trace in W3C Trace Context format; null if there is none. */
export function presentTrace(): string | null {
  const carrier: { traceparent?: string } = {};
  propagation.inject(context.active(), carrier);
  return carrier.traceparent ?? null;
}

/** Sends the events, each with a span in its trace. */
export const sendInTraces = (events: readonly HavenEvent[], send: () => Promise<void>): Promise<void> =>
  during(
    spansOf(events, (event) => [`send ${event.topic}`, { kind: SpanKind.PRODUCER, attributes: attributesOf(event) }]),
    send,
  );

/** Lets a consumer handle events together, each with a span in its trace. */
export const handleInTraces = (events: readonly HavenEvent[], follower: string, handle: () => Promise<void>): Promise<void> =>
  during(
    spansOf(events, (event) => processing(event, follower)),
    handle,
  );

type Named = readonly [name: string, options: SpanOptions];

const spansOf = (events: readonly HavenEvent[], named: (event: HavenEvent) => Named): Span[] =>
  events.flatMap((event) => {
    const origin = originOf(event);
    return origin ? [tracer.startSpan(...named(event), origin)] : [];
  });

async function during(spans: readonly Span[], work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    spans.forEach((span) => span.setStatus({ code: SpanStatusCode.ERROR }));
    throw error;
  } finally {
    spans.forEach((span) => span.end());
  }
}

const processing = (event: HavenEvent, follower: string): Named => [
  `process ${event.topic}`,
  { kind: SpanKind.CONSUMER, attributes: { ...attributesOf(event), 'messaging.consumer.group.name': follower } },
];

/** Lets a consumer handle the event in its trace; events that it emits belong to the same trace. */
export async function handleInTrace(event: HavenEvent, follower: string, handle: () => Promise<void>): Promise<void> {
  const origin = originOf(event);
  if (!origin) return handle();
  const span = tracer.startSpan(...processing(event, follower), origin);
  await during([span], () => context.with(trace.setSpan(origin, span), handle));
}

/** Null if nothing began a trace; then nobody looks for one. An import of a hundred thousand services begins none. */
function originOf({ traceparent }: HavenEvent): Context | null {
  if (!traceparent) return null;
  const origin = propagation.extract(context.active(), { traceparent });
  const remote = trace.getSpanContext(origin);
  return remote && isSpanContextValid(remote) ? origin : null;
}

/** Never the key or the data. */
const attributesOf = ({ id, topic, type }: HavenEvent): Attributes => ({
  'messaging.destination.name': topic,
  'messaging.message.id': id,
  'cloudevents.event_type': type,
});
