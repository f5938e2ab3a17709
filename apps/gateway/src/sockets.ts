import { subscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import { guardConnection, guardSockets, messageBytesMaximum, type Identify } from '@haven/graphql/rules';
import { WebSocketServer } from 'ws';
import { services } from './services.js';

interface Server extends WebSocketServer {
  options: WebSocketServer['options'] & { maxPayload?: number };
}

const guarded = new WeakSet<WebSocketServer>();

/**
 * Guards every WebSocket server in this process. The gateway creates its own and has no setting for this: by default `ws` accepts messages
 * of 100 MiB from anybody, and a connection without a token stays open.
 */
export function guardWebSockets(): void {
  const { prototype } = WebSocketServer as unknown as { prototype: { handleUpgrade: (...given: unknown[]) => void } };
  const handleUpgrade = prototype.handleUpgrade;
  prototype.handleUpgrade = function (this: Server, ...given) {
    this.options.maxPayload = messageBytesMaximum;
    if (!guarded.has(this)) guardSockets(this, identify);
    guarded.add(this);
    return handleUpgrade.apply(this, given);
  };
}

/** Adds the security headers to what Node and `ws` refuse. The gateway creates its own HTTP server, so this is for all of the process. */
export const guardConnections = (): void =>
  subscribe('net.server.socket', (message) => guardConnection((message as { readonly socket: Socket }).socket));

const query = JSON.stringify({ query: '{ me { subject } }' });

/**
 * The gateway has no keys, so it asks the service that answers `me` whose token this is. While that service is away, everybody may stay.
 */
const identify: Identify = async (connectionParams) => {
  const authorization = Object.entries(connectionParams).find(([name]) => name.toLowerCase() === 'authorization')?.[1];
  if (typeof authorization !== 'string' || !/^[\x20-\x7e]+$/.test(authorization)) return null;
  const headers = { 'content-type': 'application/json', authorization };
  const asked = fetch(`${services.registry.url}/graphql`, { method: 'POST', headers, body: query, signal: AbortSignal.timeout(4_000) });
  const answer = await asked.then((response) => response.json() as Promise<Answer>).catch(() => null);
  return answer === null ? 'somebody' : (answer.data?.me.subject ?? (isRefused(answer) ? null : 'somebody'));
};

interface Answer {
  readonly data?: { readonly me: { readonly subject: string } } | null;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

const isRefused = ({ errors = [] }: Answer): boolean => errors.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED');
