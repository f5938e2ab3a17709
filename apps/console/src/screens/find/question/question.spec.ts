import { describe, expect, it } from '@jest/globals';
import { withCarer } from '../../../app/party/carers.js';
import { emptyDraft, matchInput, missingOf, type FindDraft } from './question.js';

const draft: FindDraft = {
  ...emptyDraft,
  origin: { placeId: 'medan' },
  party: [
    { gender: 'WOMAN', age: 24, mayBeMinor: false },
    { gender: 'MAN', age: 3, mayBeMinor: false },
  ],
  languages: ['km'],
};

describe('the question of the screen', () => {
  it('is not asked before it is complete, and says what is missing in the order of the screen', () => {
    expect(missingOf(emptyDraft)).toEqual(['PLACE', 'PARTY', 'LANGUAGE']);
    expect(matchInput(emptyDraft)).toBeNull();
    for (const part of [{ origin: null }, { categories: [] }, { party: [] }, { languages: [] }])
      expect(matchInput({ ...draft, ...part })).toBeNull();
  });

  it('asks for the first of the party, with the others beside them', () => {
    expect(matchInput(draft)).toMatchObject({
      origin: { placeId: 'medan' },
      needs: [{ category: 'ACCOMMODATION' }],
      person: { gender: 'WOMAN', age: 24, languages: ['km'] },
      companions: [{ gender: 'MAN', age: 3, languages: ['km'] }],
      crossBorder: false,
    });
  });

  it('says who cares for whom, and nothing where nobody has said it', () => {
    expect(matchInput(draft)?.companions[0]).not.toHaveProperty('carerId');
    const { person, companions } = matchInput({ ...draft, party: withCarer(draft.party, [1], 0) })!;
    expect(companions[0]).toMatchObject({ carerId: person.id });
  });
});
