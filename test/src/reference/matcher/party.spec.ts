import { describe, expect, it } from '@jest/globals';
import type { AskedPerson, Rule } from '../contract-types.js';
import { couldAdmit, fewestApart, peopleRules } from './party.js';
import type { JudgedPool } from './party.js';

const saysNothing = { persons: null, legalStatuses: null, nationalities: null, exploitation: null, pregnancy: null, accessibility: null };
const anyAge = { minimumAge: null, maximumAge: null, accompaniedOnly: false };
const rule = (gender: string): Rule => ({ ...saysNothing, persons: [{ genders: [gender], ...anyAge }] });
const room = (gender: string, free: number): JudgedPool => ({
  id: gender,
  admits: [rule(gender)],
  free,
  held: 0,
  outOfService: 0,
  total: 9,
  confirmedAt: null,
});
const person = (gender: string): AskedPerson => ({ gender, age: 30, languages: ['en'] });
const [woman, man] = [person('WOMAN'), person('MAN')];

describe('beds of the reference', () => {
  it.each([
    ['a woman and a man ask for one bed, each room has one', [woman, man], 1, 1, 1, true],
    ['a woman and a man ask for one bed, one room is full', [woman, man], 1, 1, 0, false],
    ['two women and a man ask for one bed', [woman, woman, man], 1, 1, 1, true],
    ['two women and a man ask for three beds, two are free', [woman, woman, man], 3, 1, 1, false],
    ['two women share the bed that they ask for', [woman, woman], 1, 1, 0, true],
    ['a woman asks for two beds, the other one may be a man’s', [woman], 2, 1, 1, true],
    ['a woman asks for two beds, one is free', [woman], 2, 1, 0, false],
  ])('%s', (_, party, beds, forWomen, forMen, fits) => {
    expect(peopleRules.beds([room('WOMAN', forWomen), room('MAN', forMen)], party, beds, peopleRules)).toBe(fits);
  });
});

describe('children of the reference', () => {
  const aged = (age: number, more: Partial<AskedPerson> = {}): AskedPerson => ({ ...woman, age, ...more });
  const ages = (minimumAge: number, maximumAge: number, free: number): JudgedPool => ({
    ...room('WOMAN', free),
    admits: [{ ...saysNothing, persons: [{ genders: null, minimumAge, maximumAge, accompaniedOnly: false }] }],
  });
  const apart = ages(18, 99, 2);

  it.each([
    ['a room takes the child and one the mother', [aged(30), aged(5)], [apart, ages(0, 17, 2)], 1],
    ['another takes both', [aged(30), aged(5)], [apart, ages(0, 17, 2), ages(0, 99, 2)], 0],
    ['that one has one bed', [aged(30), aged(5)], [apart, ages(0, 17, 2), ages(0, 99, 1)], 1],
    ['a carer of 17 is with the child', [aged(30), aged(17, { id: 'm' }), aged(5, { carerId: 'm' })], [apart, ages(0, 17, 2)], 0],
    ['a girl of 17 who does not care for the child is', [aged(30), aged(17), aged(5)], [apart, ages(0, 17, 2)], 1],
    ['nobody has come with the child', [aged(5)], [ages(0, 17, 2)], 0],
    ['there is no room', [aged(30), aged(5)], [apart], null],
  ])('%s', (_, party, rooms, fewest) => expect(fewestApart(rooms, party, party.length, peopleRules)).toBe(fewest));
});

describe('a house with many rooms', () => {
  it('takes little time for a large party, even with too few beds', () => {
    const rooms = Array.from({ length: 20 }, () => room('WOMAN', 1));
    const party = Array.from({ length: 8 }, () => woman!);
    expect(fewestApart(rooms, party, 8, peopleRules)).toBe(0);
    expect(fewestApart(rooms, party, 21, peopleRules)).toBeNull();
  });
});

describe('company of the reference', () => {
  const mothersFrom14: Rule = {
    ...saysNothing,
    persons: [
      { ...anyAge, genders: ['WOMAN'], minimumAge: 14 },
      { ...anyAge, genders: null, maximumAge: 6, accompaniedOnly: true },
    ],
  };
  const men: Rule = { ...saysNothing, persons: [...rule('MAN').persons!, { ...anyAge, genders: null, accompaniedOnly: true }] };
  const mother: AskedPerson = { ...woman, age: 15, id: 'm' };
  const baby: AskedPerson = { ...man, age: 1, carerId: 'm' };

  it.each<[string, Rule[], AskedPerson[], boolean]>([
    ['a baby comes with a carer of 15', [mothersFrom14], [baby, mother], true],
    ['not with a girl of 15 who does not care for it', [mothersFrom14], [baby, { ...mother, id: null }], false],
    ['not with a carer whom the home does not take', [mothersFrom14], [baby, { ...mother, age: 12 }], false],
    ['it comes with a woman whoever cares for it', [mothersFrom14], [{ ...baby, carerId: null }, woman], true],
    ['not where another rule takes men and who comes with them', [mothersFrom14, men], [{ ...baby, carerId: null }, woman], false],
    ['nor with a man and a woman, each of whom one of the rules takes', [mothersFrom14, men], [{ ...baby, carerId: null }, man], false],
    [
      'a carer whose own carer is admitted',
      [mothersFrom14],
      [baby, { ...man, age: 6, id: 'm', carerId: 'w' }, { ...woman, age: 16, id: 'w' }],
      true,
    ],
  ])('%s: %#', (_, admission, party, fits) => expect(couldAdmit(admission, party[0]!, party, peopleRules)).toBe(fits));
});
