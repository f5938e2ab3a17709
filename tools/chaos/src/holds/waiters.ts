import type { Random } from '@haven/test/reference/requests/random';
import type { CallerOf } from './caller.js';
import type { Answer, SeenWaiting } from './history.js';
import { hold, isLong, join, partyFor } from './holders.js';
import type { Memory } from './memory.js';
import { shelterThat } from './shelters.js';

/** Joins a list without asking for a bed first; if many wait, looks after one of them instead. */
export function joinSome(caller: CallerOf, random: Random, memory: Memory): Promise<Answer | null> {
  if (isLong(memory)) return seeTo(caller, random, memory);
  const shelter = shelterThat(random, 'waits');
  return join(caller, memory, { serviceId: shelter.serviceId, party: partyFor(shelter, random) });
}

/** Reads whether an entry has an offer: mostly takes it; sometimes leaves, or lets it pass. */
export async function seeTo(caller: CallerOf, random: Random, memory: Memory): Promise<Answer | null> {
  const { waiting, holds } = memory;
  if (waiting.length === 0) return hold(caller, random, memory);
  const [id] = waiting.splice(random.whole(0, waiting.length - 1), 1) as [string];
  const answer = await caller.look('waiting', { waitingId: id });
  if (answer?.kind !== 'Waiting') return (waiting.push(id), answer);
  const { state, version, holdId } = answer.waiting;
  if (state !== 'WAITING' && state !== 'OFFERED') return answer;
  if (random.chance(state === 'WAITING' ? 0.08 : 0.2)) return caller.change('leaveWaitlist', { waitingId: id, expectedVersion: version });
  if (state === 'WAITING') return (waiting.push(id), answer);
  if (random.chance(0.25)) return answer;
  // The shelter accepts before anybody has taken the offer.
  if (random.chance(0.1)) await caller.change('acceptHold', { holdId: holdId!, expectedVersion: 1 });
  const taken = await take(caller, holdId!);
  if (taken?.kind === 'Hold') holds.push(taken.hold);
  return taken;
}

async function take(caller: CallerOf, holdId: NonNullable<SeenWaiting['holdId']>): Promise<Answer | null> {
  const answer = await caller.change('takeOffer', { holdId, expectedVersion: 1 });
  // The shelter has already accepted it.
  if (answer?.kind === 'VersionConflict') return caller.change('takeOffer', { holdId, expectedVersion: answer.currentVersion });
  return answer;
}
