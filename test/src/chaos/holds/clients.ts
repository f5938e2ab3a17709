import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../../reference/random.js';
import { callerOf, type CallerOf, type Calling } from './caller.js';
import type { Answer, CallInput, HoldState } from './history.js';
import { hot, mixedShelters, simpleShelters, type Shelter } from './shelters.js';

/** Clients at work. */
export interface Clients {
  /** Operations so far; one that is asked again is still one. */
  operations(): number;
  /** No new ones after this; resolves when all have come home. */
  finish(): Promise<void>;
}

interface Known {
  readonly id: string;
  readonly version: number;
  readonly state: HoldState;
}

/** With more holds than that, clients let some go first. */
const mostHolds = 160;
/** Of the holds that somebody sees to, those that a colleague sees to at the same time. */
const alsoByColleague = 0.08;

/** Starts so many clients, who make and end holds at all shelters, a quarter of them at the hot one. */
export function startClients(calling: Calling, count: number): Clients {
  let [operations, isOver] = [0, false];
  const holds: Known[] = [];
  const work = async (client: number) => {
    const caller = callerOf(calling, client);
    while (!isOver) {
      operations += 1;
      const answer = await act(caller, calling.random, holds);
      if (answer === null) await sleep(50);
    }
  };
  const working = Promise.all(Array.from({ length: count }, (_, client) => work(client)));
  working.catch(() => undefined);
  return { operations: () => operations, finish: async () => ((isOver = true), void (await working)) };
}

async function act(caller: CallerOf, random: Random, holds: Known[]): Promise<Answer | null> {
  const dice = random.next();
  if (dice < 0.08) return caller.read(someShelter(random).serviceId);
  if (dice < 0.14) return count(caller, random);
  if (holds.length > 0 && (holds.length > mostHolds || dice < 0.6)) return goOn(caller, random, holds);
  const answer = await caller.change('holdBeds', someParty(random));
  if (answer?.kind === 'Hold') holds.push(answer.hold);
  return answer;
}

const someShelter = (random: Random): Shelter => {
  const dice = random.next();
  return dice < 0.25 ? hot : random.pick(dice < 0.45 ? mixedShelters : simpleShelters);
};

function someParty(random: Random): CallInput {
  const { serviceId, pools } = someShelter(random);
  const gender = () => (pools.length > 1 && random.chance(0.5) ? ('MAN' as const) : ('WOMAN' as const));
  const party = Array.from({ length: random.pick([1, 1, 1, 2, 2, 3]) }, () => ({ gender: gender(), age: random.whole(18, 60) }));
  return { serviceId, party, minutes: random.whole(15, 230) };
}

/** The next step of a hold: mostly by one, sometimes by two at once; now and then with an old version. */
async function goOn(caller: CallerOf, random: Random, holds: Known[]): Promise<Answer | null> {
  const at = random.whole(0, holds.length - 1);
  const hold = holds[at]!;
  if (!random.chance(alsoByColleague)) holds.splice(at, 1);
  const operation =
    hold.state === 'CONFIRMED' ? 'checkOut' : random.pick(['confirmHold', 'confirmHold', 'releaseHold', 'declineHold'] as const);
  const expectedVersion = random.chance(0.02) ? hold.version + 1 : hold.version;
  const answer = await caller.change(operation, { holdId: hold.id, expectedVersion });
  if (answer === null || answer.kind === 'VersionConflict') holds.push(hold);
  else if ((answer.kind === 'Hold' || answer.kind === 'HoldNotActive') && answer.hold.state === 'CONFIRMED') holds.push(answer.hold);
  return answer;
}

/** Staff count a room as they saw it; at the hot shelter no beds come or go. */
async function count(caller: CallerOf, random: Random): Promise<Answer | null> {
  const shelter = someShelter(random);
  const seen = await caller.read(shelter.serviceId);
  if (seen?.kind !== 'Availability') return seen;
  const at = random.whole(0, shelter.pools.length - 1);
  const pool = seen.pools[at]!;
  const total = shelter === hot ? pool.total : shelter.pools[at]!.total + random.whole(0, 2);
  return caller.change('setBedCounts', { poolId: pool.id, expectedVersion: pool.version, total, outOfService: random.whole(0, 1) });
}
