import { expect, it } from '@jest/globals';
import { unknownRule } from '@haven/kernel';
import fc from 'fast-check';
import type { Provider, WeighedBeds } from './candidate.js';
import { isFull } from './is-full.js';
import { serviceJudge } from './judge-service.js';
import { plainRequest as request } from '../request/request.fixture.js';

const { judge } = serviceJudge(request, { category: 'ACCOMMODATION', beds: 1, member: 0, for: null, interpreter: null });
const providerWith = (beds: WeighedBeds): Provider => ({
  serviceId: 's',
  organizationId: 'o',
  status: 'ACTIVE',
  languages: ['km'],
  interpreters: [],
  admission: unknownRule,
  beds,
  hours: [],
  coversOrigin: 'YES',
});
const statuses = ['CAPACITY', 'NO_CAPACITY', 'WAITLIST', 'ADDITIONAL_ASSESSMENT_REQUIRED', 'UNKNOWN'] as const;
const counts: fc.Arbitrary<WeighedBeds> = fc.record({
  status: fc.constantFrom(...statuses),
  confirmedAt: fc.constant(null),
  pools: fc.array(fc.record({ free: fc.nat(2), admits: fc.constant(unknownRule) }), { maxLength: 3 }),
});

it('is full exactly if one woman, whom everybody takes, finds nothing', () =>
  fc.assert(
    fc.property(counts, (beds) => {
      expect(isFull(beds)).toBe(judge(providerWith(beds)).failed.length > 0);
    }),
    { numRuns: 500 },
  ));
