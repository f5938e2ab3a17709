import { describe, expect, it } from '@jest/globals';
import { ageBounds, nothingSaid, type PersonClause } from '@haven/kernel';
import { withPartYears } from './part-years.js';

const clause = (part: Partial<PersonClause>): PersonClause => ({
  genders: ['WOMAN', 'TRANS_WOMAN'],
  minimumAge: null,
  maximumAge: null,
  accompaniedOnly: false,
  ...part,
});
const rule = (...persons: PersonClause[]) => ({ ...nothingSaid, persons });

describe('an entry in whole years', () => {
  const known = rule(clause(ageBounds(17.5, null)));

  it('keeps the part of a year where it repeats the rule', () => {
    expect(withPartYears(rule(clause({ genders: ['TRANS_WOMAN', 'WOMAN'], minimumAge: 17 })), known)).toEqual(known);
  });

  it.each([
    rule(clause({ minimumAge: 18 })),
    rule(clause({ minimumAge: 17, genders: null })),
    rule(clause({ minimumAge: 17, accompaniedOnly: true })),
    rule(clause({ minimumAge: 17, maximumAge: 30 })),
    nothingSaid,
  ])('is what it says where it says another thing: %j', (entered) => expect(withPartYears(entered, known)).toEqual(entered));
});
