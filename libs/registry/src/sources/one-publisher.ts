import { folded } from '@haven/kernel';
import { keyText, type RecordKey } from '../hsds/relation.js';
import type { RegistryTransaction } from '../ports.js';

/** Whether two records may come from one publisher. */
export type MayBeOne = (one: RecordKey, other: RecordKey) => Promise<boolean>;

/**
 * Two sources may be one publisher if most organizations that both have under one id have the same name. This is always possible for a
 * source without organizations, or an unknown source. Each pair of sources is compared once.
 */
export function publishersOf(tx: RegistryTransaction): MayBeOne {
  const compared = new Map<string, Promise<boolean>>();
  return async (one, other) => {
    const owners = await tx.publisherIds.owners([one, other]);
    const [first, second] = [owners.get(keyText(one)), owners.get(keyText(other))];
    if (first === undefined || second === undefined || first === second) return true;
    const pair = JSON.stringify([first, second].sort());
    if (!compared.has(pair)) compared.set(pair, areAlike(tx, first, second));
    return compared.get(pair)!;
  };
}

async function areAlike(tx: RegistryTransaction, first: string, second: string): Promise<boolean> {
  const names = await tx.sources.sharedOrganizations(first, second);
  if (names === null) return true;
  const alike = names.filter(([a, b]) => folded(a ?? '') === folded(b ?? '')).length;
  return alike > names.length - alike;
}
