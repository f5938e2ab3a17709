import type { HsdsRecord } from '../hsds/record.js';
import { keyText, type RecordKey } from '../hsds/relation.js';

/** Writers gather this many records before they read the nested ones. */
const gatheredMaximum = 100;

interface ReadPage {
  readonly records: readonly HsdsRecord[];
  readonly given: number;
}

/** The pages that were read last. The writer next asks for records nested in them. */
export class LastRead {
  private pages: readonly ReadPage[] = [];

  /**
   * `given`: how many records of the page the writer gets. A writer that stops within this page may have gathered records of earlier pages
   * too.
   */
  note(records: readonly HsdsRecord[], given: number): void {
    if (given === 0) return;
    let before = 0;
    const kept = this.pages.filter((page) => (before += page.given) - page.given < gatheredMaximum);
    this.pages = [{ records, given }, ...kept];
  }

  childrenOf(parents: readonly RecordKey[]): readonly HsdsRecord[] {
    const wanted = new Set(parents.map(keyText));
    return this.unique(({ links }) => links.some((link) => wanted.has(keyText({ object: link.parentObject, id: link.parentId }))));
  }

  find(keys: readonly RecordKey[]): { readonly found: readonly HsdsRecord[]; readonly missing: readonly RecordKey[] } {
    const wanted = new Set(keys.map(keyText));
    const found = this.unique((record) => wanted.has(keyText(record)));
    const foundKeys = new Set(found.map(keyText));
    return { found, missing: keys.filter((key) => !foundKeys.has(keyText(key))) };
  }

  /** Each record once, with all its nestings in these pages. */
  private unique(isWanted: (record: HsdsRecord) => boolean): readonly HsdsRecord[] {
    const unique = new Map<string, HsdsRecord>();
    for (const record of this.pages.flatMap(({ records }) => records).filter(isWanted)) {
      const known = unique.get(keyText(record));
      const more = record.links.filter((link) => !known?.links.some((one) => JSON.stringify(one) === JSON.stringify(link)));
      unique.set(keyText(record), known ? { ...known, links: [...known.links, ...more] } : record);
    }
    return [...unique.values()];
  }
}
