import type { Random } from '@haven/test/reference/requests/random';
import type { CallerOf } from './caller.js';
import type { Answer, CallInput, Change, Party } from './history.js';
import type { Known, Memory } from './memory.js';
import { someShelter, type Shelter } from './shelters.js';

/** Share of a client's steps on holds that a colleague takes at the same time. */
const alsoByColleague = 0.08;
/** Share of those who find no bed at a shelter with a waiting list, and join it. */
const waitWhereFull = 0.9;
/** With so many entries, nobody else of an organization joins a list. */
const mostWaiting = 30;
/** Share of steps with a version that no screen shows. */
const wrongVersion = 0.02;

/** Share of parties of the other gender at a home for one gender. */
const notAdmitted = 0.06;

/** One to three people whom the shelter admits; at a home for one gender, sometimes somebody whom it does not. */
export function partyFor({ pools, admits }: Shelter, random: Random): Party {
  const isForMen = () => (admits ? (admits === 'MAN') !== random.chance(notAdmitted) : pools.length > 1 && random.chance(0.5));
  const gender = () => (isForMen() ? ('MAN' as const) : ('WOMAN' as const));
  return Array.from({ length: random.pick([1, 1, 1, 2, 2, 3]) }, () => ({ gender: gender(), age: random.whole(18, 60) }));
}

/** Holds beds for a party at some shelter; if none are left, some wait. */
export async function hold(caller: CallerOf, random: Random, memory: Memory): Promise<Answer | null> {
  const shelter = someShelter(random);
  const input = { serviceId: shelter.serviceId, party: partyFor(shelter, random) };
  const answer = await caller.change('holdBeds', { ...input, minutes: random.whole(15, 230) });
  if (answer?.kind === 'Hold') memory.holds.push(answer.hold);
  if (answer?.kind !== 'NoBedsLeft' || !shelter.waits || isLong(memory) || !random.chance(waitWhereFull)) return answer;
  return join(caller, memory, input);
}

/** Whether many wait already. */
export const isLong = ({ waiting }: Memory): boolean => waiting.length >= mostWaiting;

/** Puts a party on a waiting list. */
export async function join(caller: CallerOf, { waiting }: Memory, input: CallInput): Promise<Answer | null> {
  const answer = await caller.change('joinWaitlist', input);
  if (answer?.kind === 'Waiting') waiting.push(answer.waiting.id);
  return answer;
}

/** Holds beds for two or three parties at once, at different shelters or the same. */
export async function holdForAll(caller: CallerOf, random: Random, { holds }: Memory): Promise<Answer | null> {
  const all = Array.from({ length: random.whole(2, 3) }, () => someShelter(random));
  const input = { holds: all.map((shelter) => ({ serviceId: shelter.serviceId, party: partyFor(shelter, random) })), minutes: 60 };
  const answer = await caller.change('holdGroup', input);
  if (answer?.kind === 'GroupHeld') holds.push(...answer.holds);
  return answer;
}

/** The next step of a hold: mostly by one client, sometimes by two at once; sometimes with an old version. */
export async function goOn(caller: CallerOf, random: Random, memory: Memory): Promise<Answer | null> {
  const { holds } = memory;
  if (holds.length === 0) return hold(caller, random, memory);
  const at = random.whole(0, holds.length - 1);
  const known = holds[at]!;
  if (!random.chance(alsoByColleague)) holds.splice(at, 1);
  const expectedVersion = random.chance(wrongVersion) ? known.version + 1 : known.version;
  const operation = stepOf(known, random);
  const answer = await caller.change(operation, { holdId: known.id, expectedVersion, ...endOf(operation, random) });
  if (answer === null) holds.push(known);
  else if (answer.kind === 'VersionConflict') holds.push({ ...known, version: answer.currentVersion });
  else if ((answer.kind === 'Hold' || answer.kind === 'HoldNotActive') && ['HELD', 'CONFIRMED'].includes(answer.hold.state))
    holds.push(answer.hold);
  return answer;
}

function stepOf({ state, acceptBy }: Known, random: Random): Change {
  if (state === 'CONFIRMED') return random.chance(0.2) ? 'extendPlacement' : 'checkOut';
  if (acceptBy !== null && random.chance(0.5)) return 'acceptHold';
  return random.pick(['confirmHold', 'confirmHold', 'releaseHold', 'declineHold']);
}

const endOf = (operation: Change, random: Random): CallInput =>
  operation === 'extendPlacement' ? { expectedEnd: random.chance(0.2) ? null : `2027-01-${random.whole(10, 31)}` } : {};
