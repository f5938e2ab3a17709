import type { HsdsRecord, ObjectName } from '../domain/hsds/record.js';
import { childKeyOf, isToMany, keyText, type RecordKey, relationText, withRelations } from '../domain/relation.js';
import type { RecordStore, Registry } from './ports.js';

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
        const page = await registry.transaction(async ({ records }) => completed(records, await records.after(object, from, pageSize)));
        yield* page;
        after = page.at(-1)?.id;
      }
    },
    childrenOf: (parents: readonly RecordKey[]): Promise<readonly HsdsRecord[]> =>
      registry.transaction(async ({ records }) => {
        const children = (await records.childrenOf(unique(parents))).filter(isToMany);
        return completed(records, await records.get(unique(children.map(childKeyOf))));
      }),
    find: (keys: readonly RecordKey[]): Promise<readonly HsdsRecord[]> =>
      registry.transaction(async ({ records }) => completed(records, await records.get(unique(keys)))),
  };
}

/** Records with all the nestings that they state. */
async function completed(store: RecordStore, records: readonly HsdsRecord[]): Promise<readonly HsdsRecord[]> {
  const keys = bare(records);
  const own = [...(await store.parentsOf(keys)), ...(await store.childrenOf(keys))];
  return withRelations(records, [...new Map(own.map((relation) => [relationText(relation), relation])).values()]);
}

const bare = (keys: readonly RecordKey[]): readonly RecordKey[] => keys.map(({ object, id }) => ({ object, id }));
const unique = (keys: readonly RecordKey[]): readonly RecordKey[] => [...new Map(bare(keys).map((key) => [keyText(key), key])).values()];
