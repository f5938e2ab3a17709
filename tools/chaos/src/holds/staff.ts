import type { Random } from '@haven/test/reference/requests/random';
import type { CallerOf } from './caller.js';
import type { Answer, CallInput } from './history.js';
import { hot, shelterThat, someShelter, type Shelter } from './shelters.js';

/** Staff count a room. At the hot shelter the number of beds stays, and at shelters with surge beds none are counted away. */
export async function count(caller: CallerOf, random: Random): Promise<Answer | null> {
  const shelter = someShelter(random);
  const seen = await somePool(caller, random, shelter);
  if (!seen) return null;
  const isSteady = shelter === hot || shelter.surges;
  const total = isSteady ? seen.pool.total : shelter.pools[seen.at]!.total + random.whole(0, 2);
  return caller.change('setBedCounts', {
    poolId: seen.pool.id,
    expectedVersion: seen.pool.version,
    total,
    outOfService: random.whole(0, 1),
    ...(random.chance(countsPeople) && { occupied: sleeping(random, seen.pool.occupied) }),
  });
}

/** Share of counts that include occupied beds. */
const countsPeople = 0.7;

/** Somebody has come without a hold, or has left and is not checked out yet; otherwise the count is as before. */
const sleeping = (random: Random, occupied: number): number => Math.max(0, occupied + random.pick([-2, -1, -1, 0, 1]));

/** Adds one or two beds for a few seconds. */
export async function addBeds(caller: CallerOf, random: Random): Promise<Answer | null> {
  const seen = await somePool(caller, random, shelterThat(random, 'surges'));
  if (!seen) return null;
  const endsAt = new Date(Date.now() + random.whole(4, 20) * 1_000).toISOString();
  return caller.change('addSurgeBeds', { poolId: seen.pool.id, beds: random.whole(1, 2), endsAt });
}

async function somePool(caller: CallerOf, random: Random, { serviceId, pools }: Shelter) {
  const seen = await caller.look('availability', { serviceId });
  if (seen?.kind !== 'Availability') return null;
  const at = random.whole(0, pools.length - 1);
  return { at, pool: seen.pools[at]! };
}

/** A shelter closes or opens its intake, or sets the limit of one organization. */
export async function setDoor(caller: CallerOf, random: Random): Promise<Answer | null> {
  const { serviceId } = shelterThat(random, 'doors');
  const seen = await caller.look('intake', { serviceId });
  if (seen?.kind !== 'Intake') return seen;
  return caller.change('setIntake', { serviceId, expectedVersion: seen.intake.version, ...whatToSay(random, seen.intake.open) });
}

function whatToSay(random: Random, isOpen: boolean): CallInput {
  // Open more often than closed.
  if (!isOpen) return { open: true };
  const dice = random.next();
  if (dice < 0.35) return { open: false };
  return dice < 0.7 ? { mostBedsPerOrganization: random.whole(1, 3) } : { noBedLimit: true };
}
