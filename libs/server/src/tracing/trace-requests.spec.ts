import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { trace } from '@opentelemetry/api';
import { InMemorySpanExporter, NodeTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node';
import { fastify, type FastifyInstance } from 'fastify';
import { setTimeout as sleep } from 'node:timers/promises';
import { traceRequests } from './trace-requests.js';

const traceId = '0af7651916cd43dd8448eb211c80319c';
const exporter = new InMemorySpanExporter();
let server: FastifyInstance;

beforeAll(() => {
  new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }).register();
  server = fastify();
  traceRequests(server);
  server.post('/graphql', async (_request, reply) => {
    await sleep(5);
    void reply.code(500);
    return { seen: trace.getActiveSpan()?.spanContext().traceId };
  });
});
afterAll(() => server.close());
beforeEach(() => exporter.reset());

const post = (headers: Record<string, string>) =>
  server.inject({ method: 'POST', url: '/graphql?secret=1', headers, payload: { query: 'secret' } });

describe('traceRequests', () => {
  it("continues the caller's trace, even after the work has waited", async () => {
    const answer = await post({ traceparent: `00-${traceId}-b7ad6b7169203331-01` });
    expect(answer.json()).toEqual({ seen: traceId });
  });

  it('does so over a real socket, where the body arrives after the head', async () => {
    const url = await server.listen({ port: 0, host: '127.0.0.1' });
    const headers = { 'content-type': 'application/json', traceparent: `00-${traceId}-b7ad6b7169203331-01` };
    const ask = () => fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query: 'x'.repeat(200_000) }) });
    // The second request uses the connection of the first.
    for (const answer of [await ask(), await ask()]) expect(await answer.json()).toEqual({ seen: traceId });
  });

  it('begins one if the caller names none, or an invalid one', async () => {
    const [first, second] = [await post({}), await post({ traceparent: 'nonsense' })].map((answer) => answer.json<{ seen: string }>().seen);
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect(second).toMatch(/^[0-9a-f]{32}$/);
    expect(first).not.toBe(second);
  });

  it('has no span attributes of an unknown path', async () => {
    await server.inject({ method: 'GET', url: '/secret' });
    expect(JSON.stringify(exporter.getFinishedSpans().map(({ name }) => name))).toBe('["GET unknown path"]');
  });

  it('records method, path and status of a request, and nothing of its contents', async () => {
    await post({});
    const [span] = exporter.getFinishedSpans();
    expect(span).toMatchObject({ name: 'POST /graphql', attributes: { 'http.response.status_code': 500 }, status: { code: 2 } });
    expect(JSON.stringify([span!.name, span!.attributes, span!.events])).not.toContain('secret');
  });
});
