import type { IncomingMessage } from 'node:http';
import type Provider from 'oidc-provider';
import { createCount, type Count } from './count.js';
import { lives } from './lives.js';

/** Most unfinished sign-ins from one place: many more than a whole office needs, and few enough to store. */
const most = 300;

/** Keeps strangers from filling the database with sign-ins that they never finish. */
export interface SignInBound {
  /** Whether a place has too many unfinished sign-ins. */
  isFull(place: number): boolean;
  /** Notes where a request comes from, before the provider gets it. */
  comesFrom(request: IncomingMessage, place: number): void;
}

/** Counts the unfinished sign-ins of a provider, by place. */
export function boundSignIns(provider: Provider, count: Count = createCount(lives.signIn * 1_000, Date.now)): SignInBound {
  const places = new WeakMap<IncomingMessage, number>();
  const change = (by: 1 | -1) => (ctx: { req: IncomingMessage }) => count.change(places.get(ctx.req) ?? 0, by);
  provider.on('interaction.started', change(1));
  provider.on('interaction.ended', change(-1));
  return { isFull: (place) => count.of(place) >= most, comesFrom: (request, place) => void places.set(request, place) };
}
