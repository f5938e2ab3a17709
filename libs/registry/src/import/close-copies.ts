import { closedIdOf } from '../confidentiality/closed-record.js';
import { isTag } from '../hsds/says-confidential.js';
import { childKeyOf, keyText, type RecordKey, uniqueKeys } from '../hsds/relation.js';
import { copyLine, type ImportLine, waitingLine } from '../report/import-report.js';
import type { ImportRun, RegistryTransaction } from '../ports.js';
import { loadAggregates } from '../vault/load-aggregate.js';
import { hidePlaces } from '../publishing/publish-services.js';
import { keyOfCopy, ofOnePublisher } from '../sources/one-publisher.js';
import { withPublisherIds } from '../sources/public-ids.js';
import type { StoreContext } from '../vault/store-open.js';

const batchSize = 500;

/**
 * What this import says is confidential where no service of its own says it: a place that has no service here, and copies of records that
 * are confidential themselves. A copy of a record has no place to review, so it is not shown either, for good.
 */
export async function closeCopies(
  inTransaction: <T>(work: (tx: RegistryTransaction) => Promise<T>) => Promise<T>,
  context: StoreContext & { readonly deferredBy: ImportRun },
  onLine: (line: ImportLine) => void,
): Promise<void> {
  const tell = async (tx: RegistryTransaction, lines: readonly ImportLine[]) =>
    (await withPublisherIds(tx, context.source, lines)).forEach(onLine);
  for (let after: string | undefined = ''; after !== undefined;) {
    const from: string = after;
    after = await inTransaction(async (tx) => {
      const ids = await tx.deferrals.deferredAfter(context.deferredBy, 'location', from, batchSize);
      await tell(tx, (await hidePlaces(tx, await taggedAmong(tx, ids))).map(waitingLine));
      return ids.at(-1);
    });
  }
  await inTransaction(async (tx) => {
    const hidden = await copiesOfSealed(tx);
    await hidePlaces(tx, hidden.map(closedIdOf));
    await tell(tx, hidden.map(copyLine));
  });
}

/** Places with a tag of their own, also if nothing but the tag is there. */
async function taggedAmong(tx: RegistryTransaction, ids: readonly string[]): Promise<readonly string[]> {
  const hanging = await tx.records.childrenOf(ids.map((id): RecordKey => ({ object: 'location', id })));
  const attributes = await loadAggregates(tx.records, hanging.filter(({ property }) => property === 'attributes').map(childKeyOf));
  return [...new Set(hanging.filter(({ childId }) => isTag(attributes.get(childId) ?? {})).map(({ parentId }) => parentId))];
}

async function copiesOfSealed(tx: RegistryTransaction): Promise<readonly RecordKey[]> {
  const copies = (await ofOnePublisher(tx, await tx.publisherIds.openCopies())).map(keyOfCopy);
  const stored = await tx.records.existing(copies);
  return uniqueKeys(copies.filter((key) => stored.has(keyText(key))));
}
