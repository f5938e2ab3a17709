import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { HsdsRecord } from '../hsds/record.js';
import { LastRead } from './last-read.js';

const organization = (id: string): HsdsRecord => ({ object: 'organization', id, properties: {}, links: [], references: [] });
const phoneOf = (id: string): HsdsRecord => ({
  ...organization(`phone of ${id}`),
  object: 'phone',
  links: [{ parentObject: 'organization', parentId: id, property: 'phones' }] as unknown as HsdsRecord['links'],
});

/** Behaves like a writer: gathers a hundred records, then stops within the page to read their nested records. */
function childrenAskedFor(pages: readonly number[]): readonly (readonly string[])[] {
  const last = new LastRead();
  const missing: string[][] = [];
  let gathered: HsdsRecord[] = [];
  const ask = () => {
    const found = new Set(last.childrenOf(gathered).map(({ id }) => id));
    missing.push(gathered.map(({ id }) => `phone of ${id}`).filter((id) => !found.has(id)));
    gathered = [];
  };
  pages.forEach((count, page) => {
    const given = Array.from({ length: count }, (_, n) => organization(`${page}-${n}`));
    last.note([...given, ...given.map(({ id }) => phoneOf(id))], given.length);
    for (const one of given) if (gathered.push(one) === 100) ask();
  });
  ask();
  return missing;
}

describe('the pages that an export read last', () => {
  it('contain the nested records of all records that a writer has gathered, however many pages it read', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 40 }), (pages) => {
        expect(childrenAskedFor(pages).flat()).toEqual([]);
      }),
    ));

  it('are dropped when nobody can ask for them any more', () => {
    const last = new LastRead();
    for (let page = 0; page < 4; page += 1) last.note([phoneOf(`${page}`)], 100);
    expect(last.childrenOf([organization('0'), organization('3')]).map(({ id }) => id)).toEqual(['phone of 3']);
  });
});
