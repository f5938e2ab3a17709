import { describe, expect, it } from '@jest/globals';
import { emptyDraft, type FindDraft } from './question.js';
import { settling } from './settled.js';

const draft: FindDraft = {
  ...emptyDraft,
  origin: { placeId: 'medan' },
  party: [{ gender: 'WOMAN', age: 24, mayBeMinor: false }],
  languages: ['km'],
};

/** Settles these one after the other; returns which were counted. */
function counted(steps: readonly (readonly [turn: number, draft: FindDraft])[]): number[] {
  const sent: number[] = [];
  const one = settling();
  steps.forEach(([turn, settled], n) => one.settle(turn, settled, () => Promise.resolve(sent.push(n) > 0)));
  return sent;
}

describe('a settled query', () => {
  it('counts once, however often the user acts on its answer, and however else they looked for the same bed', () => {
    const carried: FindDraft = { ...draft, party: draft.party.map((one) => ({ ...one, carer: 0 })) };
    const ways = [draft, { ...draft, maxDistanceKm: 300 }, { ...draft, crossBorder: true }, { ...draft, languages: ['km', 'en'] }, carried];
    expect(counted(ways.map((way) => [1, way]))).toEqual([0]);
  });

  it.each<[string, Partial<FindDraft>]>([
    ['another place', { origin: { placeId: 'jakarta' } }],
    ['another need', { categories: ['LEGAL'] }],
    ['other people', { party: [{ gender: 'MAN', age: 24, mayBeMinor: false }] }],
    ['another first language', { languages: ['en', 'km'] }],
  ])('is a new one with %s, and the first one does not count again', (_, change) =>
    expect(
      counted([
        [1, draft],
        [1, { ...draft, ...change }],
        [1, draft],
      ]),
    ).toEqual([0, 1]),
  );

  it('counts again for the next caller', () =>
    expect(
      counted([
        [1, draft],
        [2, draft],
      ]),
    ).toEqual([0, 1]));

  it('counts with the next action if counting failed', async () => {
    const outcomes = [false, true, true];
    const sent: boolean[] = [];
    const one = settling();
    const send = () => {
      const outcome = outcomes[sent.length]!;
      sent.push(outcome);
      return Promise.resolve(outcome);
    };
    for (let n = 0; n < 3; n += 1) {
      one.settle(1, draft, send);
      await Promise.resolve();
      await Promise.resolve();
    }
    expect(sent).toEqual([false, true]);
  });
});
