import { keyOfRecord } from '../hsds/nest.js';
import type { HsdsRecord, ObjectName } from '../hsds/record.js';

/** Key of a record. */
export interface RecordKey {
  readonly object: ObjectName;
  readonly id: string;
}

/** Where an export reads its records. Every result is a copy that the caller may keep. */
export interface RecordSource {
  /** The source of these ids, if known. */
  readonly name?: string;
  /** Every record of the object once, by id. Read as a stream, and up to twice. */
  records(object: ObjectName): AsyncIterable<HsdsRecord>;
  /** The records that have a link to any of these parents. */
  childrenOf(parents: readonly RecordKey[]): Promise<readonly HsdsRecord[]>;
  /** These records, as far as they exist. */
  find(keys: readonly RecordKey[]): Promise<readonly HsdsRecord[]>;
}

/** The records with everything nested in them, level by level: two reads for each level. */
export async function gather(source: RecordSource, roots: readonly HsdsRecord[], flat: readonly ObjectName[]): Promise<HsdsRecord[]> {
  const known = new Map(roots.map((record) => [keyOfRecord(record.object, record.id), record]));
  for (let level = [...roots]; level.length > 0;) {
    const parents = level.filter((record) => !flat.includes(record.object) || roots.includes(record));
    const wanted = parents.flatMap((record) => record.references.map(({ object, id }) => ({ object, id })));
    const missing = wanted.filter(({ object, id }) => !known.has(keyOfRecord(object, id)));
    const found = [...(await source.childrenOf(parents)), ...(missing.length > 0 ? await source.find(missing) : [])];
    level = found.filter((record) => !known.has(keyOfRecord(record.object, record.id)));
    level.forEach((record) => known.set(keyOfRecord(record.object, record.id), record));
  }
  return [...known.values()];
}

/** A source over records in memory. */
export function memorySource(records: Iterable<HsdsRecord>): RecordSource {
  const all = [...records].sort((a, b) => (a.id < b.id ? -1 : 1));
  const byKey = new Map(all.map((record) => [keyOfRecord(record.object, record.id), record]));
  const isChildOf = (record: HsdsRecord, keys: ReadonlySet<string>): boolean =>
    record.links.some((link) => keys.has(keyOfRecord(link.parentObject, link.parentId)));
  return {
    async *records(object) {
      yield* all.filter((record) => record.object === object);
    },
    async childrenOf(parents) {
      const keys = new Set(parents.map(({ object, id }) => keyOfRecord(object, id)));
      return all.filter((record) => isChildOf(record, keys));
    },
    async find(keys) {
      return keys.flatMap(({ object, id }) => byKey.get(keyOfRecord(object, id)) ?? []);
    },
  };
}
