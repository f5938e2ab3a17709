import type { AskedNeed, AskedPerson, MatchRequest } from '../contract-types.js';
import { randomOf, type Random } from './random.js';
import { partyOf } from '../matcher/party.js';

/** For many people of unknown age, says that they may be children. */
export function perhapsChildren(request: MatchRequest, seed: number): MatchRequest {
  const random = randomOf(seed);
  const perhaps = (one: AskedPerson) => (one.age === null && random.chance(0.6) ? { ...one, mayBeMinor: true } : one);
  const { person, companions } = request;
  return { ...request, person: perhaps(person), ...(companions && { companions: companions.map(perhaps) }) };
}

/**
 * Often gives some needs to others than the client, and one category to two of the party. It has its own seed, so the rest of the requests
 * stays the same.
 */
export function forSomebody(request: MatchRequest, seed: number): MatchRequest {
  const random = randomOf(seed);
  const party = partyOf(request);
  if (party.length === 1 || random.chance(0.6)) return request;
  const [first, ...others] = party.map((one, n) => ({ ...one, id: one.id ?? `p${n}` }));
  const ids = [first!, ...others].map(({ id }) => id);
  return { ...request, person: first!, companions: others, needs: request.needs.flatMap((need) => needsOf(random, need, ids)) };
}

function needsOf(random: Random, need: AskedNeed, ids: readonly string[]): AskedNeed[] {
  const [one, other] = random.some(ids, 2);
  if (need.category === 'ACCOMMODATION') return [random.chance(0.2) ? { ...need, for: one! } : need];
  return [{ ...need, for: one! }, ...(random.chance(0.3) ? [{ ...need, for: other! }] : [])];
}
