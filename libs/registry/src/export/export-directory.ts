import type { HsdsRecord, ObjectName } from '../hsds/record.js';
import { isSealedKind } from '../vault/sealed-kinds.js';
import { keysIn, withIds } from '../sources/publisher-keys.js';
import { keyText, type RecordKey, uniqueKeys } from '../hsds/relation.js';
import { keptRecords, publishedRecords } from './exported-entries.js';
import { LastRead } from './last-read.js';
import type { PublisherId, Registry, RegistryTransaction } from '../ports.js';
import { recordsWithoutEntry, shownOrganizations } from './beside-entries.js';

const pageSize = 100;

/**
 * Source of records for the writers of an export: the whole registry, or one source with its publisher's ids. It contains published data,
 * and records that are never part of a place: terms, programs, organizations without a service. Each page is a transaction of its own, so
 * an export of a large directory blocks nobody.
 */
export function directorySource(registry: Registry, name?: string) {
  const last = new LastRead();
  return {
    ...(name !== undefined && { name }),
    async *records(object: ObjectName): AsyncGenerator<HsdsRecord> {
      const seen = new Set<string>();
      for (let after: string | undefined = ''; after !== undefined;) {
        const from: string = after;
        const page: Page = await registry.transaction(async (tx) => {
          const entries = await tx.entries.exported(from, pageSize, name);
          const closed = await tx.entries.silentOrganizations(entries.map(({ organizationId }) => organizationId));
          const records = entries.flatMap((entry) => publishedRecords(entry, closed.has(entry.organizationId)));
          const kept = await tx.roll.keptAmong(entries.map(({ serviceId }) => serviceId));
          const all = [...records, ...[...kept].flatMap(keptRecords)];
          return { records: await publishersOwn(tx, name, all), last: entries.at(-1)?.serviceId };
        });
        const given = page.records.filter((record) => record.object === object && isNew(record, seen));
        last.note(page.records, given.length);
        yield* given;
        after = page.last;
      }
      if (!isSealedKind(object) && object !== 'service') yield* withoutEntry(registry, { object, seen, last, name });
    },
    childrenOf: async (parents: readonly RecordKey[]): Promise<readonly HsdsRecord[]> => last.childrenOf(parents),
    find: async (keys: readonly RecordKey[]): Promise<readonly HsdsRecord[]> => {
      const { found, missing } = last.find(keys);
      const stored = missing.filter(({ object }) => !isSealedKind(object) && object !== 'service');
      if (stored.length === 0) return found;
      return registry.transaction(async (tx) => {
        const own = await publicKeys(tx, name, stored);
        return [...found, ...(await publishersOwn(tx, name, await shownOrganizations(tx, await tx.records.get(own))))];
      });
    },
  };
}

interface Page {
  readonly records: readonly HsdsRecord[];
  readonly last: string | undefined;
}

/** A record that several services share occurs once for each of its nestings. */
function isNew(record: HsdsRecord, seen: Set<string>): boolean {
  const text = `${record.id}\n${record.links.map(({ parentObject, parentId, property }) => `${parentObject}:${parentId}.${property}`).join('\n')}`;
  if (seen.has(text)) return false;
  seen.add(text).add(record.id);
  return true;
}

interface Rest {
  readonly object: ObjectName;
  readonly seen: ReadonlySet<string>;
  readonly last: LastRead;
  readonly name: string | undefined;
}

async function* withoutEntry(registry: Registry, { object, seen, last, name }: Rest): AsyncGenerator<HsdsRecord> {
  for (let after: string | undefined = ''; after !== undefined;) {
    const from: string = after;
    const page: Page = await registry.transaction(async (tx) => {
      const stored = await tx.records.after(object, from, pageSize, name);
      const { records, below } = await recordsWithoutEntry(tx, stored);
      const own = await publishersOwn(tx, name, records);
      const given = own.filter(({ id }) => !seen.has(id));
      last.note([...own, ...(await publishersOwn(tx, name, below))], given.length);
      return { records: given, last: stored.at(-1)?.id };
    });
    yield* page.records;
    after = page.last;
  }
}

/** Every stored source, with the public ids that differ from its publisher's. */
export async function storedSources(registry: Registry) {
  const names = await registry.transaction((tx) => tx.sources.stored());
  return names.map((name) => ({ ...directorySource(registry, name), name, ids: () => idsOf(registry, name) }));
}

async function* idsOf(registry: Registry, name: string): AsyncGenerator<PublisherId> {
  for (let last: PublisherId | null | undefined = null; last !== undefined;) {
    const from: PublisherId | null = last;
    const page: readonly PublisherId[] = await registry.transaction((tx) => tx.publisherIds.after(name, from, pageSize));
    yield* page;
    last = page.at(-1);
  }
}

async function publishersOwn(
  tx: RegistryTransaction,
  name: string | undefined,
  records: readonly HsdsRecord[],
): Promise<readonly HsdsRecord[]> {
  if (name === undefined) return records;
  const ids = await tx.publisherIds.publisherIds(name, uniqueKeys(records.flatMap(keysIn)));
  return ids.size === 0 ? records : records.map((record) => withIds(record, (key) => ids.get(keyText(key)) ?? key.id));
}

async function publicKeys(tx: RegistryTransaction, name: string | undefined, given: readonly RecordKey[]): Promise<readonly RecordKey[]> {
  const keys = uniqueKeys(given.map(({ object, id }) => ({ object, id })));
  const ids = name === undefined ? new Map<string, string>() : await tx.publisherIds.publicIds(name, keys);
  return keys.map((key) => ({ object: key.object, id: ids.get(keyText(key)) ?? key.id }));
}
