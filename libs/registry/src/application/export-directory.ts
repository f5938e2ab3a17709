import type { HsdsRecord, ObjectName } from '../domain/hsds/record.js';
import { keysIn, withIds } from '../domain/publisher-keys.js';
import { childKeyOf, isToMany, keyText, type RecordKey, relationText, uniqueKeys, withRelations } from '../domain/relation.js';
import type { PublisherId, Registry, RegistryTransaction } from './ports.js';
import { withheldRecords } from './withhold-records.js';

const pageSize = 500;

/**
 * The registry as the writers of an export read it: all of it, or a source with the ids of its publisher. Confidential places are
 * stored without what is secret of them, so nothing secret can come out. Each page is a transaction of its own: an export of a
 * large directory blocks nobody.
 */
export function directorySource(registry: Registry, name?: string) {
  const inTransaction = (work: (tx: RegistryTransaction) => Promise<readonly HsdsRecord[]>): Promise<readonly HsdsRecord[]> =>
    registry.transaction(async (tx) => publishersOwn(tx, name, await completed(tx, await work(tx))));
  return {
    ...(name !== undefined && { name }),
    async *records(object: ObjectName): AsyncGenerator<HsdsRecord> {
      for (let after: string | undefined = ''; after !== undefined;) {
        const from: string = after;
        let last: string | undefined;
        yield* await inTransaction(async (tx) => {
          const stored = await tx.records.after(object, from, pageSize, name);
          last = stored.at(-1)?.id;
          return stored;
        });
        after = last;
      }
    },
    childrenOf: (parents: readonly RecordKey[]): Promise<readonly HsdsRecord[]> =>
      inTransaction(async (tx) => {
        const children = (await tx.records.childrenOf(await publicKeys(tx, name, parents))).filter(isToMany);
        return tx.records.get(unique(children.map(childKeyOf)));
      }),
    find: (keys: readonly RecordKey[]): Promise<readonly HsdsRecord[]> =>
      inTransaction(async (tx) => tx.records.get(await publicKeys(tx, name, keys))),
  };
}

/** Each source of what is stored, with the public ids that are not its publisher's own. */
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
  const keys = unique(given);
  const ids = name === undefined ? new Map<string, string>() : await tx.publisherIds.publicIds(name, keys);
  return keys.map((key) => ({ object: key.object, id: ids.get(keyText(key)) ?? key.id }));
}

/** Records with all the nestings that they state, as far as they may be shown. */
async function completed(tx: RegistryTransaction, records: readonly HsdsRecord[]): Promise<readonly HsdsRecord[]> {
  const keys = bare(records);
  const own = [...(await tx.records.parentsOf(keys)), ...(await tx.records.childrenOf(keys))];
  const relations = [...new Map(own.map((relation) => [relationText(relation), relation])).values()];
  return withheldRecords(tx, withRelations(records, relations));
}

const bare = (keys: readonly RecordKey[]): readonly RecordKey[] => keys.map(({ object, id }) => ({ object, id }));
const unique = (keys: readonly RecordKey[]): readonly RecordKey[] => [...new Map(bare(keys).map((key) => [keyText(key), key])).values()];
