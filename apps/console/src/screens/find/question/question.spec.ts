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

describe('the query of the screen', () => {
  it('is not sent before it is complete, and names missing fields in the order of the screen', () => {
    expect(missingOf(emptyDraft)).toEqual(['PLACE', 'PARTY', 'LANGUAGE']);
    expect(matchInput(emptyDraft)).toBeNull();
    for (const part of [{ origin: null }, { categories: [] }, { party: [] }, { languages: [] }])
      expect(matchInput({ ...draft, ...part })).toBeNull();
  });

  it('is about the first of the party, with the others as companions', () => {
    expect(matchInput(draft)).toMatchObject({
      origin: { placeId: 'medan' },
      needs: [{ category: 'ACCOMMODATION' }],
      person: { gender: 'WOMAN', age: 24, languages: ['km'] },
      companions: [{ gender: 'MAN', age: 3, languages: ['km'] }],
      crossBorder: false,
    });
  });

  it('has one need for each member who has it, and one bed need for all', () => {
    const asked = matchInput({ ...draft, categories: ['ACCOMMODATION', 'LEGAL', 'CHILD_PROTECTION'] })!;
    expect(asked.needs).toEqual([
      { category: 'ACCOMMODATION' },
      { category: 'LEGAL', for: '0' },
      { category: 'CHILD_PROTECTION', for: '1' },
    ]);
    expect(asked.person.id).toBe('0');
    const children: FindDraft = { ...draft, party: [...draft.party, ...draft.party.slice(1)], categories: ['CHILD_PROTECTION'] };
    expect(matchInput(children)!.needs.map((need) => 'for' in need && need.for)).toEqual(['1', '2']);
  });

  it('asks for an interpreter of the first language only if there are requirements', () => {
    const interpreter = { ...draft.interpreter, gender: 'WOMAN', notFromCommunity: true } as const;
    const wish = { language: 'km', genders: ['WOMAN'], byPhoneOnly: false, notFromCommunity: true };
    expect(matchInput({ ...draft, interpreter })!.needs).toEqual([{ category: 'ACCOMMODATION', interpreter: wish }]);
    expect(matchInput(draft)!.needs).toEqual([{ category: 'ACCOMMODATION' }]);
  });

  it('names the carers, and none if none is known', () => {
    expect(matchInput(draft)?.companions[0]).not.toHaveProperty('carerId');
    const { person, companions } = matchInput({ ...draft, party: withCarer(draft.party, [1], 0) })!;
    expect(companions[0]).toMatchObject({ carerId: person.id });
  });
});
