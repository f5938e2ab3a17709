import type { GatewayPlugin } from '@graphql-hive/gateway';

/** What is passed on to the services: who asks, and the trace that the request belongs to. */
const passed = ['authorization', 'traceparent', 'tracestate'] as const;

/** Clients write the keys of `connectionParams` as they like; headers have one way. */
export const lowerCaseParams: GatewayPlugin = {
  onContextBuilding: ({ context, extendContext }) => {
    const { connectionParams } = context as { connectionParams?: Readonly<Record<string, unknown>> };
    if (!connectionParams) return;
    const lower = Object.fromEntries(Object.entries(connectionParams).map(([name, value]) => [name.toLowerCase(), value]));
    extendContext({ connectionParams: lower, headers: { authorization: lower['authorization'] } } as never);
  },
};

/** Headers of the request, or of the WebSocket that carries it. */
export function headersFor({ request, context }: { request?: Request; context?: unknown }): Record<string, string> {
  const { connectionParams = {} } = (context ?? {}) as { connectionParams?: Readonly<Record<string, unknown>> };
  const given = passed.map((name) => [name, request?.headers.get(name) ?? connectionParams[name]] as const);
  return Object.fromEntries(given.filter((entry): entry is [(typeof passed)[number], string] => typeof entry[1] === 'string'));
}
