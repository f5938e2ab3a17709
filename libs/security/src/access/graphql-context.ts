import type { Socket } from 'node:net';
import type { Authenticate, Credentials } from '../tokens/authenticate.js';
import type { Caller } from '../caller.js';
import { endAtExpiry } from './end-at-expiry.js';
import type { ClosableSocket } from './end-at-expiry.js';
import type { TokenProblem } from '../tokens/token-verifier.js';

/** The context of every resolver. Exactly one of `caller` and `tokenProblem` is null. */
export interface HavenContext {
  /** The HTTP request; for a WebSocket, the request that opened it. */
  readonly req: unknown;
  readonly caller: Caller | null;
  readonly tokenProblem: TokenProblem | null;
}

/** What Apollo (Fastify request) or graphql-ws (its connection) provides. */
export type ContextSource = { readonly headers: Credentials } | WebSocketSource;
interface WebSocketSource {
  readonly connectionParams?: Credentials;
  readonly extra: { readonly socket: ClosableSocket; readonly request: unknown };
}

/** The `context` option of Nest's GraphQL module, for HTTP and WebSocket. It runs for each operation. */
export function createContext(authenticate: Authenticate): (source: ContextSource) => Promise<HavenContext> {
  return async (source) => {
    const overWebSocket = 'extra' in source;
    const result = await authenticate(overWebSocket ? source.connectionParams : source.headers);
    const req = overWebSocket ? source.extra.request : source;
    if (!result.ok) return { req, caller: null, tokenProblem: result.error };
    if (overWebSocket) endAtExpiry(source.extra.socket, result.value.expiresAt);
    return { req, caller: result.value.caller, tokenProblem: null };
  };
}

/** Who pays for an operation in the fair share: the subject (for a service account, the client), or the IP address. */
export function payerOf({ caller, req }: HavenContext): {
  readonly name: string;
  readonly isKnown: boolean;
  readonly connection: Socket | undefined;
} {
  const connection = (req as { socket?: Socket }).socket;
  if (caller) return { name: `subject ${caller.subject}`, isKnown: true, connection };
  return { name: `address ${connection?.remoteAddress}`, isKnown: false, connection };
}

/** The subject that opens a WebSocket, if its token is valid. */
export const createIdentify =
  (authenticate: Authenticate) =>
  async (connectionParams: Credentials): Promise<string | null> => {
    const result = await authenticate(connectionParams);
    return result.ok ? result.value.caller.subject : null;
  };
