import { describe, expect, it } from '@jest/globals';
import { ageBounds, unknownRule, type PersonClause } from '@haven/kernel';
import { withKnownParts } from './known-parts.js';

const clause = (part: Partial<PersonClause>): PersonClause => ({
  genders: ['WOMAN', 'TRANS_WOMAN'],
  minimumAge: null,
  maximumAge: null,
  accompaniedOnly: false,
  ...part,
});
const rule = (...persons: PersonClause[]) => ({ ...unknownRule, persons });

describe('an entry in whole years', () => {
  const known = rule(clause(ageBounds(17.5, null)));

  it('keeps the part of a year if it repeats the rule', () => {
    expect(withKnownParts(rule(clause({ genders: ['TRANS_WOMAN', 'WOMAN'], minimumAge: 17 })), known)).toEqual(known);
  });

  it.each([
    rule(clause({ minimumAge: 18 })),
    rule(clause({ minimumAge: 17, genders: null })),
    rule(clause({ minimumAge: 17, accompaniedOnly: true })),
    rule(clause({ minimumAge: 17, maximumAge: 30 })),
    unknownRule,
  ])('replaces the rule if it says something else: %j', (entered) => expect(withKnownParts(entered, known)).toEqual(entered));
});

describe('an entry that does not say whether a clause is asked about', () => {
  const known = rule(clause({ minimumAge: 18 }), clause({ asked: true }));

  it('keeps the question if it repeats the rule', () => {
    expect(withKnownParts(rule(clause({ minimumAge: 18 }), clause({})), known)).toEqual(known);
  });

  it('is certain or asked about, as it says', () => {
    const entered = rule(clause({ minimumAge: 18, asked: true }), clause({ asked: false }));
    expect(withKnownParts(entered, known)).toEqual(entered);
  });

  it('is certain about people whom the rule did not name', () => {
    expect(withKnownParts(rule(clause({ minimumAge: 12 })), known)).toEqual(rule(clause({ minimumAge: 12 })));
  });
});
