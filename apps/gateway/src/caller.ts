import type { GatewayPlugin } from '@graphql-hive/gateway';

/** What the gateway forwards to the services: the caller's token, and the trace of the request. */
const passed = ['authorization', 'traceparent', 'tracestate'] as const;

interface OverWebSocket {
  readonly connectionParams: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Whether the operation came over a WebSocket. Then the caller is the one in connection_init, not in the request that opened the
 * connection.
 */
export const isOverWebSocket = (context: unknown): context is OverWebSocket =>
  typeof context === 'object' && context !== null && 'connectionParams' in context;

/** Clients may spell the keys of `connectionParams` in any case; HTTP headers are always lower case. */
export const lowerCaseParams: GatewayPlugin = {
  onContextBuilding: ({ context, extendContext }) => {
    if (!isOverWebSocket(context)) return;
    const given = Object.entries(context.connectionParams ?? {});
    const lower = Object.fromEntries(given.map(([name, value]) => [name.toLowerCase(), value]));
    extendContext({ connectionParams: lower, headers: { authorization: lower['authorization'] } } as never);
  },
};

/** Headers of the request, or the connection_init of the WebSocket. */
export function headersFor({ request, context }: { request?: Request; context?: unknown }): Record<string, string> {
  const valueOf = (name: string) => (isOverWebSocket(context) ? context.connectionParams?.[name] : request?.headers.get(name));
  const given = passed.map((name) => [name, valueOf(name)] as const);
  return Object.fromEntries(given.filter((entry): entry is [(typeof passed)[number], string] => typeof entry[1] === 'string'));
}

/**
 * The gateway refuses mutations in a GET request, and takes the GET that opened a WebSocket for one. So operations over a WebSocket count
 * as sent by POST, as they do in the single process.
 */
export const allowMutationsOverWebSocket: GatewayPlugin = {
  onParams: ({ request, context, paramsHandler, setParamsHandler, fetchAPI }) => {
    if (!isOverWebSocket(context)) return;
    const posted = new fetchAPI.Request(request.url, { method: 'POST', headers: request.headers });
    setParamsHandler((given) => paramsHandler({ ...given, request: posted }));
  },
};
