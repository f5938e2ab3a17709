import { closedIdOf, mayBeClosed } from '../domain/closed-record.js';
import { isMarkElsewhere, leadsToPlaces, meansConfidential } from '../domain/haven-marks.js';
import type { HsdsRecord } from '../domain/hsds/record.js';
import { type RecordKey, withRelations } from '../domain/relation.js';
import type { RegistryTransaction } from './ports.js';
import type { Outcomes } from './store-outcome.js';

/** Notes which marks stand on something else than a place, and refuses those that lead to none and close no record. Answers the others. */
export function refuseLost(records: readonly HsdsRecord[], terms: ReadonlyMap<string, string>, outcomes: Outcomes): readonly HsdsRecord[] {
  const elsewhere = records.filter((record) => isMarkElsewhere(record, terms));
  const lost = new Set(elsewhere.filter((record) => !leadsToPlaces(record) && closedByMark(record, terms).length === 0));
  lost.forEach((record) => outcomes.note(record, 'MARK_WITHOUT_PLACE'));
  elsewhere.filter((record) => !lost.has(record)).forEach((record) => outcomes.noteElsewhere(record));
  return records.filter((record) => !lost.has(record));
}

/** Ids in the vault of what is secret by itself, as this mark says. */
export const closedByMark = (record: HsdsRecord, terms: ReadonlyMap<string, string>): readonly string[] =>
  isMarkElsewhere(record, terms) && meansConfidential(record.properties.value)
    ? record.links
        .map(({ parentObject, parentId }): RecordKey => ({ object: parentObject, id: parentId }))
        .filter(({ object }) => mayBeClosed(object))
        .map(closedIdOf)
    : [];

/** Places that turn out to be confidential by a mark of something that leads to them, and these marks as they are stored. */
export async function saidElsewhere(
  tx: RegistryTransaction,
  touched: readonly RecordKey[],
): Promise<{ readonly locationIds: readonly string[]; readonly marks: readonly HsdsRecord[] }> {
  const said = await tx.records.saidElsewhere(touched.map(({ object, id }) => ({ object, id })));
  const locationIds = [...new Set(said.map(({ locationId }) => locationId))];
  const keys = [...new Set(said.map(({ attributeId }) => attributeId))].map((id): RecordKey => ({ object: 'attribute', id }));
  const relations = [...(await tx.records.parentsOf(keys)), ...(await tx.records.childrenOf(keys))];
  return { locationIds, marks: withRelations(await tx.records.get(keys), relations) };
}
