import type { GatewayPlugin } from '@graphql-hive/gateway';

/** What is passed on to the services: who asks, and the trace that the request belongs to. */
const passed = ['authorization', 'traceparent', 'tracestate'] as const;

interface OverWebSocket {
  readonly connectionParams: Readonly<Record<string, unknown>> | undefined;
}

/** Whether the operation came over a WebSocket: there the caller is who said hello, not who opened the connection. */
export const isOverWebSocket = (context: unknown): context is OverWebSocket =>
  typeof context === 'object' && context !== null && 'connectionParams' in context;

/** Clients write the keys of `connectionParams` as they like; headers have one way. */
export const lowerCaseParams: GatewayPlugin = {
  onContextBuilding: ({ context, extendContext }) => {
    if (!isOverWebSocket(context)) return;
    const given = Object.entries(context.connectionParams ?? {});
    const lower = Object.fromEntries(given.map(([name, value]) => [name.toLowerCase(), value]));
    extendContext({ connectionParams: lower, headers: { authorization: lower['authorization'] } } as never);
  },
};

/** Headers of the request, or the hello of the WebSocket that carries it. */
export function headersFor({ request, context }: { request?: Request; context?: unknown }): Record<string, string> {
  const valueOf = (name: string) => (isOverWebSocket(context) ? context.connectionParams?.[name] : request?.headers.get(name));
  const given = passed.map((name) => [name, valueOf(name)] as const);
  return Object.fromEntries(given.filter((entry): entry is [(typeof passed)[number], string] => typeof entry[1] === 'string'));
}

/**
 * The gateway refuses mutations in a GET request, and takes the GET that opened a WebSocket for one. So operations over a
 * WebSocket count as sent by POST, as they do in the single process.
 */
export const allowMutationsOverWebSocket: GatewayPlugin = {
  onParams: ({ request, context, paramsHandler, setParamsHandler, fetchAPI }) => {
    if (!isOverWebSocket(context)) return;
    const posted = new fetchAPI.Request(request.url, { method: 'POST', headers: request.headers });
    setParamsHandler((given) => paramsHandler({ ...given, request: posted }));
  },
};
