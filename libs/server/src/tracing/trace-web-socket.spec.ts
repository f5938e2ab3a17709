import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { context, propagation, trace } from '@opentelemetry/api';
import { InMemorySpanExporter, NodeTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node';
import { buildSchema, parse } from 'graphql';
import { setTimeout as sleep } from 'node:timers/promises';
import { executeInTrace } from './trace-web-socket.js';

const exporter = new InMemorySpanExporter();
const schema = buildSchema('type Query { trace(of: String): String, broken: Int }');
const rootValue = {
  trace: async () => {
    await sleep(5);
    return trace.getActiveSpan()?.spanContext().traceId;
  },
  broken: () => Promise.reject(new Error('secret')),
};

beforeAll(() => new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }).register());
afterAll(() => [trace, context, propagation].forEach((part) => part.disable()));

describe('an operation over a WebSocket', () => {
  it('is one trace with the names of fields and nothing else', async () => {
    const document = parse('query Secret { trace(of: "secret") broken }');
    const { data } = await executeInTrace({ schema, document, rootValue });
    const [span] = exporter.getFinishedSpans();
    expect(data?.['trace']).toBe(span?.spanContext().traceId);
    expect(span).toMatchObject({ attributes: { 'haven.graphql.fields': ['trace', 'broken'] }, status: { code: 2 } });
    expect(JSON.stringify([span!.name, span!.attributes, span!.events, span!.status]).toLowerCase()).not.toContain('secret');
  });
});
