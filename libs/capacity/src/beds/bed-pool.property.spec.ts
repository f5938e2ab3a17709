import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { freeBeds, recount, type BedCounts } from './bed-pool.js';
import { reseed } from '../directory/seed.js';

const odd = fc.oneof(fc.integer({ min: -3, max: 12 }), fc.constantFrom(0.5, 100_001, Number.NaN));
const seen = fc.record({ total: odd, occupied: odd, outOfService: odd }, { requiredKeys: [] });
const seed = fc.record({ total: fc.nat(12), occupied: fc.nat(12) }).filter(({ total, occupied }) => occupied <= total);
const held = fc.record({ take: fc.integer({ min: -5, max: 5 }) });

/** What a hold does to the counts: it takes free beds, or gives back the beds it held. */
const hold = (counts: BedCounts, take: number): BedCounts => ({
  ...counts,
  held: counts.held + Math.max(-counts.held, Math.min(take, freeBeds(counts))),
});

function after(counts: BedCounts, command: object): BedCounts {
  if ('take' in command) return hold(counts, command.take as number);
  if ('seeded' in command) return reseed(counts, command.seeded as { total: number; occupied: number });
  const result = recount(counts, command);
  return result.ok ? result.value : counts;
}

it('never has a negative count or fewer than zero free beds, whatever the order of changes', () => {
  const commands = fc.array(
    fc.oneof(
      seen,
      held,
      seed.map((seeded) => ({ seeded })),
    ),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(commands, (sequence) => {
      let counts: BedCounts = { total: 0, occupied: 0, held: 0, outOfService: 0 };
      for (const command of sequence) {
        counts = after(counts, command);
        for (const part of [...Object.values(counts), freeBeds(counts)]) expect(Number.isInteger(part) && part >= 0).toBe(true);
      }
    }),
    { numRuns: 2_000 },
  );
});
