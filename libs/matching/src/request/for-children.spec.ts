import { describe, expect, it } from '@jest/globals';
import { personOf, unknownRule, type Person, type PersonClause } from '@haven/kernel';
import { forChildren } from './for-children.js';
import type { Need } from './request.js';

const anybody: PersonClause = { genders: null, minimumAge: null, maximumAge: null, accompaniedOnly: false };
const takes = (...clauses: readonly Partial<PersonClause>[]) => ({
  ...unknownRule,
  persons: clauses.length > 0 ? clauses.map((clause) => ({ ...anybody, ...clause })) : null,
});
const girls = { genders: ['WOMAN'], minimumAge: 8, maximumAge: 17 } as const;
const withTheirAdult = { accompaniedOnly: true } as const;

const girl = personOf('WOMAN', 14);
const perhapsGirl: Person = { ...personOf('WOMAN', null), mayBeMinor: true };
const baby = personOf('MAN', 0, 0);

const stay: Need = { category: 'ACCOMMODATION', beds: 1, member: 0, for: null, interpreter: null };
const advice: Need = { ...stay, category: 'LEGAL', beds: null };
const protection: Need = { ...advice, category: 'CHILD_PROTECTION' };

const judged = (need: Need, party: readonly Person[], rule: ReturnType<typeof takes>) =>
  forChildren(
    need,
    party.map((person) => ({ person, rule })),
  );

describe('a place is for children', () => {
  it.each<[string, readonly Person[], ReturnType<typeof takes>, boolean | null]>([
    ['who come alone, if it takes their age', [girl], takes(girls), true],
    ['who come alone, if it takes young women, too', [girl], takes({ genders: ['WOMAN'], minimumAge: 14 }), true],
    ['who come alone, if it takes up to 17', [girl], takes({ maximumAge: 17 }), true],
    ['not if it says nothing', [girl], takes(), false],
    ['not if it takes everybody', [girl], takes({}), false],
    ['not if it takes everybody from birth', [girl], takes({ minimumAge: 0 }), false],
    ['not if it takes women of any age', [girl], takes({ genders: ['WOMAN'] }), false],
    ['not if it takes adults, too, and says only how old they may be', [girl], takes({ maximumAge: 60 }), false],
    ['not if it wants to be asked', [girl], takes({ ...girls, asked: true }, {}), false],
    ['not if it takes them with their adult', [girl], takes({ ...girls, ...withTheirAdult }, {}), false],
    ['all of them', [girl, personOf('MAN', 9)], takes({ ...girls, genders: null }), true],
    ['not if one is not taken as a child', [girl, personOf('MAN', 9)], takes(girls, {}), false],
    ['of a mother who is a child', [girl, baby], takes({ genders: ['WOMAN'], minimumAge: 14 }, { maximumAge: 6, ...withTheirAdult }), true],
    ['not of a mother who is a child, if it says nothing', [girl, baby], takes(), false],
    ['who come with an adult: that does not matter', [girl, personOf('WOMAN', 40)], takes(), null],
    ['an adult: that does not matter', [personOf('WOMAN', 18)], takes(), null],
    ['perhaps a child, where it takes children only', [perhapsGirl], takes(girls), true],
    ['perhaps a child, not where it takes young women', [perhapsGirl], takes({ genders: ['WOMAN'], minimumAge: 14 }), false],
    ['perhaps a child, not where adults are taken, too', [perhapsGirl, personOf('WOMAN', 40)], takes(girls, {}), false],
  ])('%s', (_, party, rule, expected) => expect(judged(stay, party, rule)).toBe(expected));

  it.each<[string, Need, Person, boolean | null]>([
    ['where a child only goes, that does not matter', advice, girl, null],
    ['where somebody goes who may be a child', advice, perhapsGirl, false],
    ['who is protected there', protection, perhapsGirl, null],
  ])('%s', (_, need, person, expected) => expect(judged(need, [person], takes())).toBe(expected));
});
