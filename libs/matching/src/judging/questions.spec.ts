import { describe, expect, it } from '@jest/globals';
import { unknownRule, personOf, reason, reasonKinds } from '@haven/kernel';
import type { AskCode, Person } from '@haven/kernel';
import fc from 'fast-check';
import type { Judged } from './judge-site.js';
import { chosenQuestions } from './questions.js';
import type { MatchRequest } from '../request/request.js';

const codes = Object.keys(reasonKinds).filter((code): code is AskCode => code.startsWith('ASK_') && code !== 'ASK_FURTHER');
const chosen = (asks: readonly AskCode[], told: Partial<Person> = {}) => {
  const person = { ...personOf('WOMAN', 30), ...told };
  const judged = { asks: asks.map((code) => reason(code)), service: { ruled: [{ person, rule: unknownRule }] } };
  return chosenQuestions({ originCountry: 'ID' } as MatchRequest, judged as unknown as Judged);
};
const codesOf = (...asked: Parameters<typeof chosen>) => chosen(...asked).map(({ code }) => code);

describe('chosenQuestions', () => {
  it('are the three most decisive ones, and one for the rest', () => {
    const all = chosen(['ASK_EXPLOITATION', 'ASK_LANGUAGES', 'ASK_REFERRAL', 'ASK_NATIONALITY', 'ASK_BEDS', 'ASK_PERSONS']);
    expect(all.map(({ code }) => code)).toEqual(['ASK_BEDS', 'ASK_PERSONS', 'ASK_REFERRAL', 'ASK_FURTHER']);
    expect(all[3]!.data).toEqual({ parts: ['LANGUAGES', 'EXPLOITATION', 'NATIONALITY'] });
  });

  it.each<[string, Partial<Person>, AskCode]>([
    ['without papers', { legalStatus: 'UNDOCUMENTED' }, 'ASK_LEGAL_STATUS'],
    ['from elsewhere', { nationality: 'KH' }, 'ASK_NATIONALITY'],
    ['of the country', { nationality: 'id', exploitation: ['LABOUR'] }, 'ASK_EXPLOITATION'],
    ['of whom nothing is told', {}, 'ASK_LEGAL_STATUS'],
    ['a citizen who lived through forced labour', { legalStatus: 'CITIZEN', exploitation: ['LABOUR'] }, 'ASK_EXPLOITATION'],
  ])('begin with those that matter to somebody %s', (_, told, first) => {
    expect(codesOf(['ASK_EXPLOITATION', 'ASK_NATIONALITY', 'ASK_LEGAL_STATUS'], told)[0]).toBe(first);
  });

  it('lose none, and ask none twice', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(codes), (asks) => {
        const all = chosen(asks);
        const further = all.flatMap(({ data }) => (data['parts'] as string[] | undefined) ?? []).map((part) => `ASK_${part}`);
        const each = all.map(({ code }) => code).filter((code) => code !== 'ASK_FURTHER');
        expect([...each, ...further].sort()).toEqual([...asks].sort());
        expect(each).toHaveLength(Math.min(3, asks.length));
        expect(all.length).toBeLessThanOrEqual(4);
      }),
    );
  });
});
