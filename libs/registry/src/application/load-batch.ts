import type { ObjectName } from '../domain/hsds/record.js';
import { childKeyOf, keyText, parentOf, type RecordKey, relationsOf } from '../domain/relation.js';
import {
  countsOf,
  elsewhereLine,
  type ImportLine,
  type ImportSummary,
  type IncomingRecord,
  refusalLine,
  reducedLine,
  saidLine,
  sameHouseLine,
} from './import-report.js';
import type { PendingReference, RegistryTransaction } from './ports.js';
import { hideSameHouses } from './same-house.js';
import type { StoreContext } from './store-open.js';
import type { Outcomes } from './store-outcome.js';
import { storeRecords } from './store-records.js';

/** Stores one batch of what was read, counts it, and notes what it names that is not there yet. */
export async function loadBatch(
  tx: RegistryTransaction,
  context: StoreContext,
  batch: readonly IncomingRecord[],
): Promise<{ readonly summary: ImportSummary; readonly lines: readonly ImportLine[] }> {
  const outcomes = await storeRecords(
    tx,
    context,
    batch.map(({ record }) => record),
  );
  await tx.pending.add(
    context.source,
    await missingTargets(
      tx,
      batch.filter((item) => !isToldAhead(item)),
    ),
  );
  const hidden = await hideSameHouses(
    tx,
    context,
    batch.map(({ record }) => record),
  );
  const { summary, lines } = counted(batch, outcomes);
  return { summary, lines: [...lines, ...hidden.map((id) => sameHouseLine(id, batch.find(isPlace(id))))] };
}

const isPlace =
  (id: string) =>
  ({ record }: IncomingRecord): boolean =>
    record.object === 'location' && record.id === id;

/** It comes again where it stands. */
const isToldAhead = ({ reads }: IncomingRecord): boolean => reads === 0;

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
      if (!isToldAhead(item)) lines.push(refusalLine(item, outcome));
    }
    if (outcomes.isRepaired(item.record) && !isToldAhead(item)) lines.push(reducedLine(item));
    if (outcomes.isElsewhere(item.record) && !isToldAhead(item)) lines.push(elsewhereLine(item));
    if (!isToldAhead(item)) lines.push(...outcomes.saidOf(item.record).map((said) => saidLine(item, said)));
    seen.add(keyText(item.record));
  }
  return { summary, lines };
}

async function missingTargets(tx: RegistryTransaction, batch: readonly IncomingRecord[]): Promise<readonly PendingReference[]> {
  const inBatch = new Set(batch.map(({ record }) => keyText(record)));
  const named = batch.flatMap((item) => targetsOf(item).filter(({ missing }) => !inBatch.has(keyText(missing))));
  const stored = new Set<string>();
  for (const object of new Set(named.map(({ missing }) => missing.object))) {
    for (const id of (await tx.records.marks(object, idsOf(named, object))).keys()) stored.add(keyText({ object, id }));
  }
  const absent = named.filter(({ missing }) => !stored.has(keyText(missing)));
  // A contact of a confidential place is in the vault: it is there.
  const sealed = await tx.vault.membersAmong(absent.map(({ missing }) => missing));
  return absent.filter(({ missing }) => !sealed.has(keyText(missing)));
}

const idsOf = (named: readonly PendingReference[], object: ObjectName): readonly string[] => [
  ...new Set(named.filter(({ missing }) => missing.object === object).map(({ missing }) => missing.id)),
];

function targetsOf({ record, file, row }: IncomingRecord): readonly PendingReference[] {
  const key: RecordKey = { object: record.object, id: record.id };
  return relationsOf(record).map((relation) => {
    const isOwn = keyText(parentOf(relation)) === keyText(key);
    return { file, row, record: key, property: relation.property, missing: isOwn ? childKeyOf(relation) : parentOf(relation) };
  });
}
