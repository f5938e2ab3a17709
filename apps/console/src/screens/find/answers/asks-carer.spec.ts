import { expect, it } from '@jest/globals';
import { asksCarer } from './asks-carer.js';

const match = (...codes: string[]) => ({ reasons: codes.map((code) => ({ code })) });

it.each([
  ['a match asks for it', 'ACCOMMODATION', [match('BEDS_FREE'), match('ASK_CARER')], true],
  ['nobody takes the party whole', 'ACCOMMODATION', [], true],
  ['no match asks for it', 'ACCOMMODATION', [match('ASK_BEDS')], false],
  ['nobody stays anywhere', 'LEGAL', [], false],
])('asks about the carers of the children only if %s', (_, category, matches, isAsked) =>
  expect(asksCarer({ needs: [{ category, matches }] })).toBe(isAsked),
);
