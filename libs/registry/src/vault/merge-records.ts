import type { HsdsRecord } from '../hsds/record.js';
import { keyText, relationText, relationsOf } from '../hsds/relation.js';

/** Each record once, with the links of all its copies. The properties of the first copy count. */
export function mergeRecords(records: readonly HsdsRecord[]): readonly HsdsRecord[] {
  const merged = new Map<string, HsdsRecord>();
  for (const record of records) {
    const key = keyText(record);
    const known = merged.get(key);
    merged.set(key, known ? withMoreLinks(known, record) : record);
  }
  return [...merged.values()];
}

function withMoreLinks(known: HsdsRecord, again: HsdsRecord): HsdsRecord {
  const stated = new Set(relationsOf(known).map(relationText));
  const added = again.links.filter((link) => !stated.has(relationText({ ...link, childObject: again.object, childId: again.id })));
  return added.length === 0 ? known : { ...known, links: [...known.links, ...added] };
}
