import { describe, expect, it } from '@jest/globals';
import { intakeProblems, intakeRefusal, usualIntake } from './intake.js';

describe('intakeRefusal', () => {
  it.each([
    ['a shelter that has set nothing', {}, 500, 21, null],
    ['a closed one', { open: false }, 0, 1, 'INTAKE_CLOSED'],
    ['one with room under its limit', { mostBedsPerOrganization: 4 }, 1, 3, null],
    ['one whose limit is reached', { mostBedsPerOrganization: 4 }, 2, 3, 'HOLD_LIMIT'],
  ])('%s', (_, said, held, wanted, code) => expect(intakeRefusal({ ...usualIntake, ...said }, held, wanted)?.code ?? null).toBe(code));
});

describe('intakeProblems', () => {
  it('accepts that fields are left out', () => expect(intakeProblems({})).toEqual([]));
  it.each([
    [{ acceptanceMinutes: 4 }, 'acceptanceMinutes'],
    [{ acceptanceMinutes: 121 }, 'acceptanceMinutes'],
    [{ usualMinutes: 14 }, 'usualMinutes'],
    [{ usualMinutes: 241 }, 'usualMinutes'],
    [{ mostBedsPerOrganization: 0 }, 'mostBedsPerOrganization'],
    [{ usualMinutes: 20.5 }, 'usualMinutes'],
  ])('refuses %j', (said, path) => expect(intakeProblems(said)).toMatchObject([{ path }]));
});
