import type { HsdsRecord, ObjectName } from '../domain/hsds/record.js';
import { childKeyOf, isToMany, keyText, type RecordKey, relationText, withRelations } from '../domain/relation.js';
import type { Registry, RegistryTransaction } from './ports.js';
import { withheldRecords } from './withhold-records.js';

const pageSize = 500;

/**
 * The registry as the writers of an export read it. Confidential places are stored without what is secret of them, so
 * nothing secret can come out. Each page is a transaction of its own: an export of a large directory blocks nobody.
 */
export function directorySource(registry: Registry) {
  return {
    async *records(object: ObjectName): AsyncGenerator<HsdsRecord> {
      for (let after: string | undefined = ''; after !== undefined;) {
        const from: string = after;
        const { page, last } = await registry.transaction(async (tx) => {
          const stored = await tx.records.after(object, from, pageSize);
          return { page: await completed(tx, stored), last: stored.at(-1)?.id };
        });
        yield* page;
        after = last;
      }
    },
    childrenOf: (parents: readonly RecordKey[]): Promise<readonly HsdsRecord[]> =>
      registry.transaction(async (tx) => {
        const children = (await tx.records.childrenOf(unique(parents))).filter(isToMany);
        return completed(tx, await tx.records.get(unique(children.map(childKeyOf))));
      }),
    find: (keys: readonly RecordKey[]): Promise<readonly HsdsRecord[]> =>
      registry.transaction(async (tx) => completed(tx, await tx.records.get(unique(keys)))),
  };
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
