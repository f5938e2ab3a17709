import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Ranked } from '../ranking/rank.js';
import { readCursor, writeCursor, type Cursor } from './cursor.js';
import { pageOf } from '../answer/page.js';

const rankedOf = (ids: readonly string[]) => ids.map((serviceId) => ({ judged: { site: { serviceId } } })) as unknown as Ranked[];
const idsOf = (list: readonly Ranked[]) => list.map(({ judged }) => judged.site.serviceId);
const ids = fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 30 });

describe('cursors', () => {
  it('come back as they were written', () => {
    const cursors = fc.record({ serviceId: fc.string(), seen: fc.integer({ min: 1, max: 100_000 }) });
    fc.assert(fc.property(cursors, (cursor) => expect(readCursor(writeCursor(cursor))).toEqual(cursor)));
  });

  it.each([
    '',
    'x',
    'W10',
    ...[[0, 'a'], [1.5, 'a'], [1], [1, 2], ['1', 'a'], [1, 'a', 'b'], [100_001, 'a'], null, { 0: 1 }].map((one) =>
      Buffer.from(JSON.stringify(one)).toString('base64url'),
    ),
  ])('%j is not a cursor', (text) => expect(readCursor(text)).toBeNull());

  it('lead through all matches, each once and in order, and stay at the end', () => {
    fc.assert(
      fc.property(ids, fc.integer({ min: 1, max: 7 }), (all, first) => {
        const ranked = rankedOf(all);
        const seen: string[] = [];
        let after: Cursor | null = null;
        for (let page = 0; page <= all.length / first + 1; page += 1) {
          const { shown, end } = pageOf(ranked, after, first);
          seen.push(...idsOf(shown));
          after = end && readCursor(writeCursor(end));
        }
        expect(seen).toEqual(all);
        expect(pageOf(ranked, after, first)).toEqual({ shown: [], end: after });
      }),
    );
  });

  it('continue after the same match if others came or went before it', () => {
    const after = { serviceId: 'b', seen: 2 };
    expect(idsOf(pageOf(rankedOf(['new', 'a', 'b', 'c', 'd']), after, 2).shown)).toEqual(['c', 'd']);
    expect(idsOf(pageOf(rankedOf(['b', 'c', 'd']), after, 2).shown)).toEqual(['c', 'd']);
    expect(idsOf(pageOf(rankedOf(['a', 'c', 'd']), after, 2).shown)).toEqual(['d']);
  });
});
