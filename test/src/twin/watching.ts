import { subscribe } from '../harness/subscribe.js';
import type { Subscription } from '../harness/subscribe.js';
import type { Role } from '../harness/tokens.js';
import { operationNames, wholeDocument } from './operations.js';
import type { World } from './twins.js';

/** A message of a subscriber: the state of one item. */
type Told = { readonly serviceId: string; readonly id?: string; readonly sequence?: number; readonly version?: number };

/** A subscription of a role. */
export interface Watching {
  readonly what: string;
  readonly heard: Subscription<Told>;
}

const watchers: readonly Role[] = ['COORDINATOR', 'HOTLINE', 'AUDITOR', 'PROVIDER'];

/** Subscribes to everything, as every role that sees others' shelters. */
export async function watchAll({ system }: World): Promise<readonly Watching[]> {
  const all: Watching[] = [];
  for (const role of watchers) {
    const token = await system.token(role);
    for (const name of operationNames('subscription'))
      all.push({ what: `${name} as ${role}`, heard: subscribe<Told>(system.url, token, wholeDocument('subscription', name), {}) });
  }
  return all;
}

/** Waits until every subscriber who may see a hold has received this version: they read it at that moment. */
export async function heardOf(watching: readonly Watching[], hold: { readonly id: string; readonly version: number }): Promise<void> {
  const seeing = watching.filter(({ what }) => what.startsWith('holdChanged') && !what.endsWith('PROVIDER'));
  await Promise.all(seeing.map(({ heard }) => heard.until((value) => value.id === hold.id && value.version! >= hold.version, 30_000)));
}

/**
 * The messages of a subscriber, by item and version, with the last one of each item marked. Versions that are soon outdated may be missing.
 */
export function told({ heard }: Watching, masked: (text: string) => string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const last = new Map<string, number>();
  for (const value of heard.received) {
    const of = masked(value.id ?? value.serviceId);
    const version = value.sequence ?? value.version ?? 0;
    const key = `${of} ${version}`;
    if (!texts.has(key)) texts.set(key, masked(JSON.stringify(value)));
    if (version >= (last.get(of) ?? 0)) texts.set(`${of} at last`, texts.get(key)!);
    last.set(of, Math.max(version, last.get(of) ?? 0));
  }
  return texts.set('errors', JSON.stringify(heard.errors));
}

/** Ends all subscriptions. */
export const endAll = (watching: readonly Watching[]): Promise<unknown> => Promise.all(watching.map(({ heard }) => heard.close()));
