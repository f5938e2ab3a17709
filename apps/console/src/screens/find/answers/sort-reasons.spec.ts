import { expect, it } from '@jest/globals';
import { sortReasons, type ToldReason } from './sort-reasons.js';

const told = (code: string, kind: ToldReason['kind']): ToldReason => ({ code, kind, text: code });

it('sorts the reasons of an entry: questions to the place in the order of the answer, what is left to ask folded, nothing lost or twice', () => {
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
    Object.entries(sortReasons(reasons)).map(([part, list]) => [part, list.map(({ code }: ToldReason) => code)]),
  );
  expect(codes).toEqual({
    fits: ['LANGUAGE_SPOKEN'],
    cautions: ['LAST_BEDS'],
    questions: ['ASK_PERSONS', 'ASK_REFERRAL'],
    folded: ['ASK_FURTHER'],
  });
});
