import { childKeyOf, keyText, parentOf, type RecordKey, relationsOf, uniqueKeys } from '../hsds/relation.js';
import { countsOf, type ImportLine, type ImportSummary, type IncomingRecord, refusalLine, secretLine } from '../report/import-report.js';
import type { PendingReference, RegistryTransaction } from '../ports.js';
import { closeTagged } from './close-tagged.js';
import type { StoreContext } from '../vault/store-open.js';
import type { Outcomes } from '../report/store-outcome.js';
import { storeRecords } from '../vault/store-records.js';

/** Stores one batch of records, counts it, and notes references to records that are not there yet. */
export async function loadBatch(
  tx: RegistryTransaction,
  context: StoreContext,
  batch: readonly IncomingRecord[],
): Promise<{ readonly summary: ImportSummary; readonly lines: readonly ImportLine[] }> {
  const records = batch.map(({ record }) => record);
  const outcomes = await storeRecords(tx, context, records);
  await tx.pending.add(context.source, await missingTargets(tx, batch));
  await closeTagged(tx, records);
  return counted(batch, outcomes);
}

function counted(batch: readonly IncomingRecord[], outcomes: Outcomes) {
  const summary: ImportSummary = {};
  const lines: ImportLine[] = [];
  const seen = new Set<string>();
  for (const item of batch) {
    const outcome = outcomes.of(item.record);
    const counts = countsOf(summary, item.record.object);
    counts.read += item.reads;
    if (outcome === 'stored' && !seen.has(keyText(item.record))) {
      counts.stored += 1;
      counts.unchanged += item.reads - 1;
    } else if (outcome === 'stored' || outcome === 'unchanged') counts.unchanged += item.reads;
    else {
      counts.skipped += item.reads;
      lines.push(refusalLine(item, outcome));
    }
    lines.push(...outcomes.secretsOf(item.record).map((said) => secretLine(item, said)));
    seen.add(keyText(item.record));
  }
  return { summary, lines };
}

async function missingTargets(tx: RegistryTransaction, batch: readonly IncomingRecord[]): Promise<readonly PendingReference[]> {
  const inBatch = new Set(batch.map(({ record }) => keyText(record)));
  const named = batch.flatMap((item) => targetsOf(item).filter(({ missing }) => !inBatch.has(keyText(missing))));
  const stored = await tx.records.existing(uniqueKeys(named.map(({ missing }) => missing)));
  return named.filter(({ missing }) => !stored.has(keyText(missing)));
}

function targetsOf({ record, file, row }: IncomingRecord): readonly PendingReference[] {
  const key: RecordKey = { object: record.object, id: record.id };
  return relationsOf(record).map((relation) => {
    const isOwn = keyText(parentOf(relation)) === keyText(key);
    return { file, row, record: key, property: relation.property, missing: isOwn ? childKeyOf(relation) : parentOf(relation) };
  });
}
