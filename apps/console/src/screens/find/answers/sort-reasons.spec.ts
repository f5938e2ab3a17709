import { expect, it } from '@jest/globals';
import { sortReasons, type ToldReason } from './sort-reasons.js';

const told = (code: string, kind: ToldReason['kind']): ToldReason => ({ code, kind, text: code });

it('sorts the reasons of an entry: three questions, the weightiest first, the rest folded, nothing lost or twice', () => {
  const reasons = [
    told('NEARBY', 'FIT'),
    told('ASK_LANGUAGES', 'ASK'),
    told('LANGUAGE_SPOKEN', 'FIT'),
    told('ASK_LEGAL_STATUS', 'ASK'),
    told('LAST_BEDS', 'CAUTION'),
    told('ASK_REFERRAL', 'ASK'),
    told('ASK_PERSONS', 'ASK'),
    told('ASK_NATIONALITY', 'ASK'),
  ];
  const codes = Object.fromEntries(
    Object.entries(sortReasons(reasons)).map(([part, list]) => [part, list.map(({ code }: ToldReason) => code)]),
  );
  expect(codes).toEqual({
    fits: ['LANGUAGE_SPOKEN'],
    cautions: ['LAST_BEDS'],
    questions: ['ASK_PERSONS', 'ASK_REFERRAL', 'ASK_LANGUAGES'],
    folded: ['ASK_LEGAL_STATUS', 'ASK_NATIONALITY'],
  });
});
