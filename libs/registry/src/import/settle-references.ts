import { tagCodes } from '../hsds/visibility-tags.js';
import type { HsdsRecord } from '../hsds/record.js';
import { type RecordKey, withRelations } from '../hsds/relation.js';
import { namelessOrganization } from '../meaning/likeness.js';
import { countsOf, type ImportLine, type ImportSummary } from '../report/import-report.js';
import type { PendingReference, RegistryTransaction } from '../ports.js';
import { claimId, withPublisherIds } from '../sources/public-ids.js';
import { addDirtyAround, type StoreContext } from '../vault/store-open.js';
import { storeRecords } from '../vault/store-records.js';

/** The records that stand in for a missing organization. */
export const standIn = (id: string): HsdsRecord => ({
  object: 'organization',
  id,
  properties: { name: namelessOrganization, description: '' },
  links: [],
  references: [],
});

/** Reports every reference whose target is missing, repairs it if possible, and drops links between two records if one is missing. */
export async function settleReferences(
  inTransaction: <T>(work: (tx: RegistryTransaction) => Promise<T>) => Promise<T>,
  context: StoreContext,
  summary: ImportSummary,
  onLine: (line: ImportLine) => void,
): Promise<void> {
  for (let after: string | null = '0'; after !== null;) {
    const from: string = after;
    after = await inTransaction(async (tx) => {
      const { references, next } = await tx.pending.unresolved(context.source, from);
      const lines: ImportLine[] = [];
      for (const reference of references) lines.push(await settle(tx, context, reference, summary));
      (await withPublisherIds(tx, context.source, lines)).forEach(onLine);
      return next;
    });
  }
  await inTransaction((tx) => tx.pending.clear(context.source));
}

async function settle(
  tx: RegistryTransaction,
  context: StoreContext,
  reference: PendingReference,
  summary: ImportSummary,
): Promise<ImportLine> {
  const { record, missing } = reference;
  if (record.object === 'service' && missing.object === 'organization') {
    await storeRecords(tx, context, [standIn(missing.id)]);
    return line(reference, 'repaired', 'The organization is not there; one without a name stands in. Import the missing file too.');
  }
  if (record.object === 'service_at_location' && (missing.object === 'service' || missing.object === 'location')) {
    if (await drop(tx, context, reference)) {
      const counts = countsOf(summary, record.object);
      counts.stored -= 1;
      counts.skipped += 1;
    }
    return line(reference, 'skipped', `The ${missing.object} is not there, so the two cannot be joined. Import the missing file too.`);
  }
  await claimId(tx, context.source, missing);
  if (await settleTag(tx, context, record, missing))
    return line(reference, 'repaired', 'It is a visibility tag of Haven; another source has its term.');
  return line(reference, 'kept', `The ${missing.object} it belongs to is not there; it is kept without it. Import the missing file too.`);
}

/** A visibility tag counts even if only another source has its term. */
async function settleTag(tx: RegistryTransaction, context: StoreContext, key: RecordKey, missing: RecordKey): Promise<boolean> {
  if (key.object !== 'attribute' || missing.object !== 'taxonomy_term') return false;
  const copies = (await tx.publisherIds.copies([missing])).map(({ copyId: id }): RecordKey => ({ object: 'taxonomy_term', id }));
  const [term] = (await tx.records.get(copies)).filter(({ properties }) => tagCodes.includes(String(properties.code ?? '')));
  if (!term) return false;
  const [attribute] = withRelations(await tx.records.get([key]), await tx.records.parentsOf([key]));
  if (attribute)
    await storeRecords(tx, context, [{ ...attribute, references: [{ property: 'taxonomy_term', object: 'taxonomy_term', id: term.id }] }]);
  return attribute !== undefined;
}

/** Returns whether the record was stored: a row may lack both of its ends. */
async function drop(tx: RegistryTransaction, context: StoreContext, { record }: PendingReference): Promise<boolean> {
  const stored = await tx.records.summaries(record.object, [record.id]);
  await addDirtyAround(tx, context, [record]);
  await tx.records.unrelate([...(await tx.records.childrenOf([record])), ...(await tx.records.parentsOf([record]))]);
  await tx.records.remove([record]);
  return stored.size > 0;
}

const line = ({ file, row, record, property }: PendingReference, action: ImportLine['action'], message: string): ImportLine => ({
  file,
  row,
  object: record.object,
  id: record.id,
  field: property,
  code: 'DANGLING_REFERENCE',
  message,
  action,
});
