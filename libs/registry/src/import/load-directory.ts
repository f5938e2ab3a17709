import { randomUUID } from 'node:crypto';
import { describeServices } from './describe-services.js';
import { countsOf, type ImportLine, type ImportSummary, type IncomingItem, type IncomingRecord } from '../report/import-report.js';
import { loadBatch } from './load-batch.js';
import type { ImportRun, PublisherId, Registry, RegistryTransaction } from '../ports.js';
import type { RecordKey } from '../hsds/relation.js';
import { callRoll, endRoll } from './roll-call.js';
import { publishAnew } from '../publishing/read-anew.js';
import { publishWaiting } from '../publishing/publish-services.js';
import { settleReferences } from './settle-references.js';
import { closeCopies } from './close-copies.js';
import { restoreIds } from '../sources/restore-ids.js';
import { withPublicIds, withPublisherIds } from '../sources/public-ids.js';
import type { StoreContext } from '../vault/store-open.js';

const batchSize = 500;

/** How to load a directory. */
export interface LoadOptions {
  /** The source of these ids; default `haven`. */
  readonly source?: string;
  /** The path of the directory; null if it cannot be read again. */
  readonly path?: string | null;
  /** Public ids in place of the publisher's, from a Haven export. */
  readonly ids?: AsyncIterable<PublisherId>;
  /** The directory is complete: services of the source that it lacks are missing. Default: only some rows. */
  readonly isWhole?: boolean;
  /** Does everything and rolls it back. */
  readonly dryRun?: boolean;
  readonly onLine?: (line: ImportLine) => void;
  readonly onProgress?: (progress: LoadProgress) => void;
}

/** The progress of a load. */
export type LoadProgress =
  | { readonly phase: 'reading'; readonly file: string; readonly bytes: number; readonly totalBytes: number }
  | { readonly phase: 'publishing'; readonly services: number };

type InTransaction = <T>(work: (tx: RegistryTransaction) => Promise<T>) => Promise<T>;

/**
 * Loads the items of a reader, in batches of one transaction each. Then it settles references, describes the services and publishes them.
 * Nothing is published before everything is read, because only then it is certain what is confidential. A second import of the same
 * directory changes nothing; after a crash, repeating the import continues it.
 */
export async function loadDirectory(
  registry: Registry,
  items: AsyncIterable<IncomingItem>,
  options: LoadOptions = {},
): Promise<ImportSummary> {
  if (options.dryRun) {
    // One transaction, because the items can be read only once.
    await registry.readTowns();
    return rolledBack(registry, (tx) => load((work) => work(tx), items, options));
  }
  const summary = await load((work) => registry.transaction(work), items, options);
  await publishAnew(registry);
  await publishWaiting(registry, (services) => options.onProgress?.({ phase: 'publishing', services }));
  return summary;
}

async function load(inTransaction: InTransaction, items: AsyncIterable<IncomingItem>, options: LoadOptions): Promise<ImportSummary> {
  const source = options.source ?? 'haven';
  const importRun: ImportRun = { source, run: randomUUID() };
  const context = { source, deferredBy: importRun } satisfies StoreContext;
  const skipped = new Set<string>();
  const onLine = (line: ImportLine): void => {
    if (line.object === 'service' && line.action === 'skipped' && line.id !== null) skipped.add(line.id);
    options.onLine?.(line);
  };
  const summary: ImportSummary = {};
  const { repeats, lastDecision } = await inTransaction(async (tx) => {
    await tx.pending.clear(source);
    return { repeats: await tx.deferrals.isLeftBehind(importRun), lastDecision: await tx.decisions.lastId() };
  });
  if (options.ids) await restoreIds(inTransaction, source, options.ids);
  let listed = 0;
  for await (const batch of batchesOf(items, summary, onLine, options.onProgress)) {
    const loaded = await inTransaction(async (tx) => {
      // Stored with the first batch, so that an empty path leaves no name behind.
      await tx.sources.note({ name: source, path: options.path ?? null });
      const own = await withPublicIds(tx, source, batch);
      if (repeats) await takeOver(tx, importRun, own);
      const services = await callRoll(tx, importRun, own);
      const { summary: counts, lines } = await loadBatch(tx, context, own);
      return { services, summary: counts, lines: await withPublisherIds(tx, source, lines) };
    });
    loaded.lines.forEach(onLine);
    listed += loaded.services;
    add(summary, loaded.summary);
  }
  await settleReferences(inTransaction, context, summary, onLine);
  await describeServices(inTransaction, context, onLine);
  await closeCopies(inTransaction, context, onLine);
  // A file without a service says nothing about services.
  const isWhole = options.isWhole === true && listed > 0;
  const missing = await inTransaction(async (tx) => {
    await applyNewDecisions(tx, lastDecision);
    const lines = isWhole ? await endRoll(tx, importRun, [...skipped]) : [];
    await tx.sources.noteImported(source);
    await tx.deferrals.release(importRun);
    return lines;
  });
  missing.forEach(onLine);
  return summary;
}

/** Decisions made meanwhile apply to what was read before; later decisions find all of it. */
async function applyNewDecisions(tx: RegistryTransaction, lastKnown: string): Promise<void> {
  await tx.decisions.lock();
  for (const decision of await tx.decisions.since(lastKnown)) await tx.dirty.markUnread(await tx.decisions.carriers(decision), decision.id);
}

/** What an earlier run deferred belongs to this run only if it is read again: nobody knows yet whether the rest is confidential. */
async function takeOver(tx: RegistryTransaction, importRun: ImportRun, batch: readonly IncomingRecord[]): Promise<void> {
  const read = batch.map(({ record: { object, id } }): RecordKey => ({ object, id }));
  const services = (await tx.records.holdersAround(read)).filter(({ object }) => object === 'service');
  await tx.deferrals.takeOver(importRun, [...services, ...read.filter(({ object }) => object === 'location')]);
}

async function* batchesOf(
  items: AsyncIterable<IncomingItem>,
  summary: ImportSummary,
  onLine: (line: ImportLine) => void,
  onProgress: LoadOptions['onProgress'],
): AsyncGenerator<readonly IncomingRecord[]> {
  let batch: IncomingRecord[] = [];
  for await (const item of items) {
    if (item.kind === 'record') batch.push(item);
    else if (item.kind === 'progress') onProgress?.({ phase: 'reading', file: item.file, bytes: item.bytes, totalBytes: item.totalBytes });
    else {
      onLine(item.line);
      add(
        summary,
        item.reads > 0 ? { [item.line.object ?? 'unknown']: { read: item.reads, stored: 0, unchanged: 0, skipped: item.reads } } : {},
      );
    }
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

export function add(summary: ImportSummary, more: ImportSummary): void {
  for (const [object, counts] of Object.entries(more)) {
    const total = countsOf(summary, object);
    total.read += counts.read;
    total.stored += counts.stored;
    total.unchanged += counts.unchanged;
    total.skipped += counts.skipped;
  }
}

/** Carries the result out of a transaction that is rolled back. */
class RolledBack<T> extends Error {
  constructor(readonly answer: T) {
    super('Dry run: everything was taken back.');
  }
}

async function rolledBack<T>(registry: Registry, work: (tx: RegistryTransaction) => Promise<T>): Promise<T> {
  try {
    await registry.transaction(async (tx) => {
      throw new RolledBack(await work(tx));
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.answer as T;
    throw error;
  }
  throw new Error('A dry run cannot end without being taken back.');
}
