import { expect, it } from '@jest/globals';
import { sortReasons, talkOf, type ApiReason } from './sort-reasons.js';

const told = (code: string, kind: ApiReason['kind']): ApiReason => ({ code, kind, text: code });

it('sorts the reasons of an entry: questions in the order of the answer, the rest of the questions folded, nothing lost or repeated', () => {
  const reasons = [
    told('NEARBY', 'FIT'),
    told('CLOSED_NOW', 'CAUTION'),
    told('LANGUAGE_SPOKEN', 'FIT'),
    told('LAST_BEDS', 'CAUTION'),
    told('ASK_CARER', 'ASK'),
    told('ASK_PERSONS', 'ASK'),
    told('ASK_REFERRAL', 'ASK'),
    told('ASK_FURTHER', 'ASK'),
  ];
  const codes = Object.fromEntries(
    Object.entries(sortReasons({ reasons, eligibility: null, interpretation: null })).map(([part, list]) => [
      part,
      list.map(({ code }: ApiReason) => code),
    ]),
  );
  expect(codes).toEqual({
    fits: ['LANGUAGE_SPOKEN'],
    cautions: ['LAST_BEDS'],
    questions: ['ASK_PERSONS', 'ASK_REFERRAL'],
    folded: ['ASK_FURTHER'],
  });
});

it('shows once how people talk there, and whom the place takes: with the languages if by phone, as a caution if nobody interprets', () => {
  const [byPhone, nobody] = [told('INTERPRETER_BY_PHONE', 'FIT'), told('LANGUAGE_NOT_SPOKEN', 'CAUTION')];
  const taken = told('ADMITTED_PERSONS', 'FIT');
  const match = { reasons: [byPhone, taken], interpretation: byPhone.text, eligibility: `${taken.text} And more.` };
  expect(talkOf(match)).toBe(byPhone.text);
  expect(sortReasons(match).fits).toEqual([]);
  const warned = { reasons: [nobody], interpretation: nobody.text, eligibility: null };
  expect(talkOf(warned)).toBeNull();
  expect(sortReasons(warned).cautions).toEqual([nobody]);
});
