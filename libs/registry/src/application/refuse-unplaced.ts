import { ownerColumns } from '../domain/hsds/owner-kind.js';
import { objectNames, type HsdsRecord } from '../domain/hsds/record.js';
import type { RecordKey } from '../domain/relation.js';
import type { RegistryTransaction } from './ports.js';
import type { Outcomes } from './store-outcome.js';

/** Id of the owner that a record names without saying what it is; null when it says so, or names none. */
function ownerIdOf({ object, properties, links }: HsdsRecord): string | null {
  const id = properties[ownerColumns[object]?.id ?? ''];
  const named = typeof id === 'string' || typeof id === 'number' ? String(id).trim() : '';
  return named === '' || links.some(({ parentId }) => parentId === named) ? null : named;
}

/** What may be places of these records: they name it without saying what it is. */
export const unplacedOwners = (records: readonly HsdsRecord[]): readonly string[] => [
  ...new Set(records.map(ownerIdOf).filter((id) => id !== null)),
];

/** Refuses what names a confidential place, or a part of one, by a kind that nobody knows: it may tell of the place. Answers the others. */
export async function refuseUnplaced(
  tx: RegistryTransaction,
  records: readonly HsdsRecord[],
  places: ReadonlySet<string>,
  outcomes: Outcomes,
): Promise<readonly HsdsRecord[]> {
  const ids = unplacedOwners(records);
  if (ids.length === 0) return records;
  const keys = ids.flatMap((id) => objectNames.map((object): RecordKey => ({ object, id })));
  const members = [...(await tx.vault.membersAmong(keys)).keys()].map((key) => key.slice(key.indexOf(':') + 1));
  const secret = new Set([...ids.filter((id) => places.has(id)), ...members]);
  const refused = new Set(records.filter((record) => secret.has(ownerIdOf(record) ?? '')));
  refused.forEach((record) => outcomes.note(record, 'OWNER_UNKNOWN'));
  return records.filter((record) => !refused.has(record));
}
