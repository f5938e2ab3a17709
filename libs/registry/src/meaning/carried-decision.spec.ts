import { describe, expect, it } from '@jest/globals';
import { NeedCategory } from '@haven/kernel';
import fc from 'fast-check';
import { type CarriedDecision, carriedText, readCarried } from './carried-decision.js';

const name = fc.string({ minLength: 1 }).filter((text) => text.trim() === text && text !== '');
const needs = fc.option(fc.subarray(Object.values(NeedCategory)), { nil: null });
const persons = fc.option(fc.subarray(['women', 'trans-women', 'families', 'limit:60-', 'ages:13-19']), { nil: null });
const decision: fc.Arbitrary<CarriedDecision> = fc
  .oneof(
    fc.record({ kind: fc.constant('TERM' as const), taxonomy: fc.option(name, { nil: null }), name }),
    fc.record({ kind: fc.constantFrom('ELIGIBILITY' as const, 'SERVICE' as const), taxonomy: fc.constant(null), name: fc.constant(null) }),
  )
  .chain((about) => fc.record({ isOfService: fc.boolean(), categories: needs, persons }).map((said) => ({ ...about, ...said })))
  .filter(({ categories, persons: said }) => categories !== null || said !== null);

describe('a decision that an export carries', () => {
  it('is read back as it was written', () => {
    fc.assert(fc.property(decision, (one) => void expect(readCarried(carriedText(one))).toEqual(one)));
  });

  const legal = { kind: 'TERM', taxonomy: 'T', name: 'N', isOfService: false, categories: ['LEGAL'], persons: null };
  it.each([
    ['no JSON', 'LEGAL'],
    ['no object', '["LEGAL"]'],
    ['a kind of tomorrow', JSON.stringify({ ...legal, kind: 'WORD' })],
    ['a category of tomorrow', JSON.stringify({ ...legal, categories: ['LEGAL', 'SPACE_TRAVEL'] })],
    ['free words of persons', JSON.stringify({ ...legal, persons: ['12 Rose Street'] })],
    ['a term without a name', JSON.stringify({ ...legal, name: ' ' })],
    ['a text that names itself', JSON.stringify({ ...legal, kind: 'ELIGIBILITY' })],
    ['nothing that was decided', JSON.stringify({ ...legal, categories: null })],
  ])('cannot be read from %s', (_what, text) => {
    expect(readCarried(text)).toBeNull();
  });
});
