import { folded } from '@haven/kernel';
import { validate as isUuid } from 'uuid';
import { keyText, type RecordKey } from '../hsds/relation.js';
import type { Copy, RegistryTransaction } from '../ports.js';

/** The key of the copy itself. */
export const keyOfCopy = ({ key, copyId }: Copy): RecordKey => ({ object: key.object, id: copyId });

/**
 * Those of these copies whose sources may be one publisher. They may be if most organizations that both have under one id have the same
 * name, and always if one is unknown or has no organizations. A UUID counts whatever the names are: no two publishers make the same one.
 */
export async function ofOnePublisher(tx: RegistryTransaction, copies: readonly Copy[]): Promise<readonly Copy[]> {
  const owners =
    copies.length === 0 ? new Map<string, string>() : await tx.publisherIds.owners(copies.flatMap((one) => [one.key, keyOfCopy(one)]));
  const compared = new Map<string, boolean>();
  const alike: Copy[] = [];
  for (const copy of copies) {
    const sources = [copy.key, keyOfCopy(copy)].map((key) => owners.get(keyText(key))).sort();
    const pair = JSON.stringify(sources);
    if (!compared.has(pair)) compared.set(pair, await areAlike(tx, sources));
    if (isUuid(copy.publisherId) || compared.get(pair)!) alike.push(copy);
  }
  return alike;
}

async function areAlike(tx: RegistryTransaction, [one, other]: readonly (string | undefined)[]): Promise<boolean> {
  const names = one === undefined || other === undefined || one === other ? null : await tx.sources.sharedOrganizations(one, other);
  if (names === null) return true;
  const alike = names.filter(([a, b]) => folded(a ?? '') === folded(b ?? '')).length;
  return alike > names.length - alike;
}
