import type { GatewayPlugin } from '@graphql-hive/gateway';
import { services } from './services.js';

const path = '/hsds';
const limitMilliseconds = 15_000;
/** Headers for the caller, the cached version, and the trace. */
const passed = ['authorization', 'if-none-match', 'accept', 'traceparent', 'tracestate'];
const answered = ['content-type', 'cache-control', 'etag', 'vary', 'retry-after'];

/** Forwards requests for the HSDS directory to the registry, at the same path as in the single process. */
export const passDirectory: GatewayPlugin = {
  onRequest: async ({ request, url, fetchAPI, endResponse }) => {
    if (url.pathname !== path && !url.pathname.startsWith(`${path}/`)) return;
    const { method } = request;
    const refuse = (status: number, body: object) =>
      endResponse(new fetchAPI.Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } }));
    if (method !== 'GET' && method !== 'HEAD') return refuse(404, { code: 'NOT_FOUND', message: 'Nothing is there. Read with GET.' });
    const target = new URL(`${url.pathname}${url.search}`, services.registry.url);
    // The timeout is for the beginning only: reading a whole directory takes longer.
    const waiting = new AbortController();
    const timer = setTimeout(() => waiting.abort(), limitMilliseconds);
    try {
      const answer = await fetch(target, { method, headers: kept(request.headers, passed), signal: waiting.signal, redirect: 'manual' });
      endResponse(new fetchAPI.Response(answer.body as never, { status: answer.status, headers: kept(answer.headers, answered) }));
    } catch {
      refuse(503, { code: 'SERVICE_UNAVAILABLE', message: services.registry.away });
    } finally {
      clearTimeout(timer);
    }
  },
};

const kept = (headers: { get(name: string): string | null }, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, headers.get(name)]).filter((pair): pair is [string, string] => pair[1] !== null));
