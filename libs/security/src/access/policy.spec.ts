import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Role } from '../caller.js';
import type { Caller } from '../caller.js';
import { mayWrite, permissionOf, policy } from './policy.js';
import type { OperationName } from './policy.js';

const columns = [Role.HOTLINE, Role.CASEWORKER, Role.PROVIDER, Role.COORDINATOR, Role.AUDITOR] as const;

/** A any, O own, - never. Written by hand, so that a change of the policy is a change of two files. */
const expected: Record<string, string> = {
  match: 'AAAAA',
  unmetNeeds: '---A-',
  service: 'AAAAA',
  services: 'AAAAA',
  organization: 'AAAAA',
  places: 'AAAAA',
  hsds: 'AAAAA',
  bedPools: 'AAAAA',
  occupancyHistory: 'AAAAA',
  bedReconciliation: '--OAA',
  surges: 'AAAAA',
  addSurgeBeds: '--OA-',
  endSurge: '--OA-',
  intake: 'AAAAA',
  setIntake: '--OA-',
  hold: 'AAOAA',
  activeHolds: 'AAOAA',
  holdChanged: 'AAOAA',
  me: 'AAAAA',
  registerOrganization: '---A-',
  registerService: '--OA-',
  updateService: '--OA-',
  withdrawService: '--OA-',
  verifyService: '--OA-',
  reviewQueue: '---A-',
  resolveReview: '---A-',
  unclearTerms: '---A-',
  directoryQuality: '---A-',
  missingServices: '---A-',
  resolveMissing: '---A-',
  possiblePairs: '---A-',
  decidePair: '---A-',
  termDecisions: '---AA',
  decideTerm: '---A-',
  defineBedPool: '--OA-',
  setBedCounts: '--OA-',
  holdBeds: 'AA-A-',
  planGroup: 'AA-A-',
  holdGroup: 'AA-A-',
  joinWaitlist: 'AA-A-',
  leaveWaitlist: 'AAOA-',
  takeOffer: 'AA-A-',
  waitlist: 'AAOAA',
  confirmHold: 'AAOA-',
  releaseHold: 'AAOA-',
  acceptHold: '--OA-',
  declineHold: '--OA-',
  extendHold: 'AAOA-',
  extendPlacement: '-AOA-',
  checkOut: '-AOA-',
  availabilityChanged: 'AAAAA',
};

const caller = (role: Role, organizationId: string | null): Caller => ({ subject: 's', role, organizationId });
const cells = Object.entries(expected).flatMap(([operation, row]) =>
  columns.map((role, column) => ({ operation: operation as OperationName, role, letter: row[column] })),
);

describe('policy', () => {
  it('has a row for each operation of the contract and for nothing else', () => {
    expect(Object.keys(policy).sort()).toEqual(Object.keys(expected).sort());
  });

  it.each(cells)('$role on $operation: $letter', ({ operation, role, letter }) => {
    expect({ A: 'any', O: 'own', '-': 'never' }[letter ?? '']).toBe(permissionOf(role, operation));
    const may = (own: string | null, owner: string | null) => mayWrite(caller(role, own), operation, owner);
    expect(may('a', 'a')).toBe(letter !== '-');
    expect(may('a', 'b')).toBe(letter === 'A');
    expect(may('a', null)).toBe(letter === 'A');
    expect(may(null, 'a')).toBe(letter === 'A');
    expect(may(null, null)).toBe(letter === 'A');
  });

  it('matches the table in SECURITY.md', () => {
    const word = { any: 'any', own: 'own', never: '–' };
    const rows = Object.keys(policy).map((operation) => {
      const permissions = columns.map((role) => word[permissionOf(role, operation as OperationName)]);
      return `| \`${operation}\` | ${permissions.join(' | ')} |`;
    });
    const printed = readFileSync(join(import.meta.dirname, '../../../../SECURITY.md'), 'utf8').split('\n');
    expect(printed.filter((line) => line.startsWith('| `')).map((line) => line.replace(/ +/g, ' '))).toEqual(rows);
  });

  it('never lets an auditor write', () => {
    const writing = Object.keys(expected).filter((name) =>
      /^(register|update|withdraw|verify|define|set|holdBeds|holdGroup|add|end|extend|confirm|release|accept|decline|join|leave|take|checkOut|decide)/.test(
        name,
      ),
    );
    expect(writing).toHaveLength(24);
    expect(writing.map((name) => permissionOf('AUDITOR', name as OperationName))).toEqual(writing.map(() => 'never'));
  });
});
