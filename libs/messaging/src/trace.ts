import {
  context,
  isSpanContextValid,
  propagation,
  SpanKind,
  SpanStatusCode,
  trace,
  type Attributes,
  type Context,
} from '@opentelemetry/api';
import type { HavenEvent } from './event.js';

const tracer = trace.getTracer('haven');

/** SQL of the column that keeps the trace of the change which an event tells of. */
export const outboxTraceColumn = (schema: string): string => `ALTER TABLE "${schema}".outbox ADD COLUMN IF NOT EXISTS traceparent text`;

/** The trace that the present work belongs to, as W3C Trace Context writes it; null: none. */
export function presentTrace(): string | null {
  const carrier: { traceparent?: string } = {};
  propagation.inject(context.active(), carrier);
  return carrier.traceparent ?? null;
}

/** Sends the events, each with a span in the trace that led to it. */
export async function sendInTraces(events: readonly HavenEvent[], send: () => Promise<void>): Promise<void> {
  const spans = events.flatMap((event) => {
    const origin = originOf(event);
    return origin ? [tracer.startSpan(`send ${event.topic}`, { kind: SpanKind.PRODUCER, attributes: attributesOf(event) }, origin)] : [];
  });
  try {
    await send();
  } catch (error) {
    spans.forEach((span) => span.setStatus({ code: SpanStatusCode.ERROR }));
    throw error;
  } finally {
    spans.forEach((span) => span.end());
  }
}

/** Lets a follower handle the event in the trace that led to it; what it emits meanwhile belongs there too. */
export async function handleInTrace(event: HavenEvent, follower: string, handle: () => Promise<void>): Promise<void> {
  const origin = originOf(event);
  if (!origin) return handle();
  const attributes = { ...attributesOf(event), 'messaging.consumer.group.name': follower };
  const span = tracer.startSpan(`process ${event.topic}`, { kind: SpanKind.CONSUMER, attributes }, origin);
  try {
    await context.with(trace.setSpan(origin, span), handle);
  } catch (error) {
    span.setStatus({ code: SpanStatusCode.ERROR });
    throw error;
  } finally {
    span.end();
  }
}

/** null: nothing began it, so nobody looks for its trace; an import of a hundred thousand services makes none. */
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
