import type { RecordKey } from '../hsds/relation.js';
import type { Holder, RegistryTransaction } from '../ports.js';
import { type ImportLine, type IncomingRecord, loadCodes } from '../report/import-report.js';
import { withPublisherIds } from '../sources/public-ids.js';
import { ownSource } from '../sources/source-name.js';

/**
 * Notes which services of the source are in what was read, also those that are not stored any more, and answers how many. Comes before
 * they are stored, as whoever resolves one locks in this order.
 */
export async function callRoll(tx: RegistryTransaction, holder: Holder, batch: readonly IncomingRecord[]): Promise<number> {
  const ids = batch.filter(({ record }) => record.object === 'service').map(({ record }) => record.id);
  await noteListed(tx, holder, ids);
  return ids.length;
}

async function noteListed(tx: RegistryTransaction, holder: Holder, ids: readonly string[]): Promise<void> {
  if (holder.source === ownSource || ids.length === 0) return;
  await tx.dirty.mark(await tx.roll.list(holder, ids));
}

/**
 * Marks what a whole file no longer has; `skipped`: services that it has, though they could not be read. What was entered here is in no
 * file. Answers the lines of the report.
 */
export async function endRoll(tx: RegistryTransaction, holder: Holder, skipped: readonly string[]): Promise<readonly ImportLine[]> {
  const { source } = holder;
  if (source === ownSource) return [];
  const keys = skipped.map((id): RecordKey => ({ object: 'service', id }));
  const publicIds = await tx.publisherIds.publicIds(source, keys);
  await noteListed(
    tx,
    holder,
    skipped.map((id) => publicIds.get(`service:${id}`) ?? id),
  );
  const missing = await tx.roll.unlist(holder);
  await tx.dirty.mark(missing);
  const counts = await tx.roll.counts(source);
  const lines = missing.map((id) => line(id, 'MISSING_FROM_FILE'));
  const many = line(null, 'MANY_MISSING', ` (source: ${source}; missing: ${counts.missing} of ${counts.all})`);
  return withPublisherIds(tx, source, counts.missing * 5 > counts.all ? [...lines, many] : lines);
}

const line = (id: string | null, code: 'MISSING_FROM_FILE' | 'MANY_MISSING', more = ''): ImportLine => ({
  file: '',
  row: null,
  object: id === null ? null : 'service',
  id,
  field: null,
  code,
  message: `${loadCodes[code]}${more}`,
  action: 'kept',
});
