import { describe, expect, it } from '@jest/globals';
import type { Someone } from '../../../app/party/party';
import { emptyGroup, isComplete, partiesOf, questionsOf, withNext, type GroupDraft } from './draft';

const woman: Someone = { gender: 'WOMAN', age: 24, mayBeMinor: false };
const boy: Someone = { gender: 'MAN', age: 3, mayBeMinor: false };
const draft: GroupDraft = {
  ...emptyGroup,
  place: { id: 'medan', name: 'Medan' },
  languages: ['km'],
  parties: [
    { id: 1, members: [woman, boy] },
    { id: 2, members: [woman] },
    { id: 3, members: [woman] },
    { id: 4, members: [] },
  ],
};

describe('the form of a group', () => {
  it('is complete with a place, a language and somebody', () => {
    expect(isComplete(draft)).toBe(true);
    for (const missing of [{ place: null }, { languages: [] }, { parties: emptyGroup.parties }])
      expect(isComplete({ ...draft, ...missing })).toBe(false);
    expect(partiesOf(draft).map(({ id }) => id)).toEqual([1, 2, 3]);
  });

  it('has at most one empty party at the end', () => {
    expect(withNext(draft)).toBe(draft);
    expect(withNext({ ...draft, parties: draft.parties.slice(0, 2) }).parties.at(-1)).toEqual({ id: 3, members: [] });
  });

  it('makes one query for each kind of party, with its first member as the person', () => {
    expect(questionsOf(draft)).toMatchObject([
      { person: { gender: 'WOMAN', languages: ['km'] }, companions: [{ gender: 'MAN', age: 3 }], origin: { placeId: 'medan' } },
      { person: { gender: 'WOMAN', age: 24 }, companions: [] },
    ]);
  });
});
