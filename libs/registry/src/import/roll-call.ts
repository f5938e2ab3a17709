import type { RecordKey } from '../hsds/relation.js';
import type { ImportRun, RegistryTransaction } from '../ports.js';
import { type ImportLine, type IncomingRecord, loadCodes } from '../report/import-report.js';
import { withPublisherIds } from '../sources/public-ids.js';
import { ownSource } from '../sources/source-name.js';

/**
 * Records which services of the source were read, even if they are not stored any more, and returns how many. Runs before they are stored,
 * because resolving a missing service locks in this order.
 */
export async function callRoll(tx: RegistryTransaction, importRun: ImportRun, batch: readonly IncomingRecord[]): Promise<number> {
  const ids = batch.filter(({ record }) => record.object === 'service').map(({ record }) => record.id);
  await noteListed(tx, importRun, ids);
  return ids.length;
}

async function noteListed(tx: RegistryTransaction, importRun: ImportRun, ids: readonly string[]): Promise<void> {
  if (importRun.source === ownSource || ids.length === 0) return;
  await tx.dirty.mark(await tx.roll.list(importRun, ids));
}

/**
 * Records as missing the services that a whole file lacks. `skipped`: services in the file that could not be read. Services that a person
 * entered here are in no file. Returns the lines of the report.
 */
export async function endRoll(tx: RegistryTransaction, importRun: ImportRun, skipped: readonly string[]): Promise<readonly ImportLine[]> {
  const { source } = importRun;
  if (source === ownSource) return [];
  const keys = skipped.map((id): RecordKey => ({ object: 'service', id }));
  const publicIds = await tx.publisherIds.publicIds(source, keys);
  await noteListed(
    tx,
    importRun,
    skipped.map((id) => publicIds.get(`service:${id}`) ?? id),
  );
  const missing = await tx.roll.unlist(importRun);
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
