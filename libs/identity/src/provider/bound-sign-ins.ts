import type { IncomingMessage } from 'node:http';
import type Provider from 'oidc-provider';
import { createCount, type Count } from './count.js';
import { lives } from './lives.js';

/** Sign-ins that one place may have under way: many more than a whole office needs, and few enough to keep. */
const most = 300;

/** Keeps strangers from filling the database with sign-ins that they never finish. */
export interface SignInBound {
  /** Whether a place has too many under way. */
  isFull(place: number): boolean;
  /** Tells from where a request comes, before the provider has it. */
  comesFrom(request: IncomingMessage, place: number): void;
}

/** Counts the sign-ins of a provider that are under way, by place. */
export function boundSignIns(provider: Provider, count: Count = createCount(lives.signIn * 1_000, Date.now)): SignInBound {
  const places = new WeakMap<IncomingMessage, number>();
  const change = (by: 1 | -1) => (ctx: { req: IncomingMessage }) => count.change(places.get(ctx.req) ?? 0, by);
  provider.on('interaction.started', change(1));
  provider.on('interaction.ended', change(-1));
  return { isFull: (place) => count.of(place) >= most, comesFrom: (request, place) => void places.set(request, place) };
}
