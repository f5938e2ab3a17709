import type { HsdsRecord } from '../domain/hsds/record.js';
import { keyText, type RecordKey } from '../domain/relation.js';

const pagesKept = 3;

/** The last pages that were read: what a writer asks for next hangs on the records in them. */
export class LastRead {
  private pages: (readonly HsdsRecord[])[] = [];

  note(page: readonly HsdsRecord[]): void {
    this.pages = [page, ...this.pages].slice(0, pagesKept);
  }

  childrenOf(parents: readonly RecordKey[]): readonly HsdsRecord[] {
    const wanted = new Set(parents.map(keyText));
    return this.unique(({ links }) => links.some((link) => wanted.has(keyText({ object: link.parentObject, id: link.parentId }))));
  }

  find(keys: readonly RecordKey[]): { readonly found: readonly HsdsRecord[]; readonly missing: readonly RecordKey[] } {
    const wanted = new Set(keys.map(keyText));
    const found = this.unique((record) => wanted.has(keyText(record)));
    const there = new Set(found.map(keyText));
    return { found, missing: keys.filter((key) => !there.has(keyText(key))) };
  }

  /** Each once, with all its nestings in these pages. */
  private unique(isWanted: (record: HsdsRecord) => boolean): readonly HsdsRecord[] {
    const records = new Map<string, HsdsRecord>();
    for (const record of this.pages.flat().filter(isWanted)) {
      const known = records.get(keyText(record));
      const more = record.links.filter((link) => !known?.links.some((one) => JSON.stringify(one) === JSON.stringify(link)));
      records.set(keyText(record), known ? { ...known, links: [...known.links, ...more] } : record);
    }
    return [...records.values()];
  }
}
