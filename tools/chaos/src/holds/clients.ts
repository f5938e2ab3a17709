import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '@haven/test/reference/requests/random';
import { callerOf, type CallerOf, type Calling } from './caller.js';
import type { Answer } from './history.js';
import { goOn, hold, holdForAll } from './holders.js';
import { homeForWomen, shelters } from './shelters.js';
import { addBeds, count, setDoor } from './staff.js';
import { joinSome, seeTo } from './waiters.js';
import { memoryOf, type Memory } from './memory.js';

/** Clients at work. */
export interface Clients {
  /** Operations so far; a repeated one counts once. */
  operations(): number;
  /** Starts no new operations; resolves when all clients are done. */
  finish(): Promise<void>;
}

/** Pause if no process is running. */
const pauseMilliseconds = 50;

/** Starts so many clients of two organizations. They make and end holds at all shelters, a quarter of them at the hot one. */
export function startClients(calling: Calling, count: number): Clients {
  let [operations, isOver] = [0, false];
  const memories = ['ngo-0', 'ngo-1'].map(memoryOf);
  const work = async (client: number) => {
    const memory = memories[client % memories.length]!;
    const caller = callerOf(calling, client, memory.organization);
    if (client === 0) await begin(caller);
    while (!isOver) {
      operations += 1;
      const answer = await act(caller, calling.random, memory);
      if (answer === null) await sleep(pauseMilliseconds);
    }
  };
  const working = Promise.all(Array.from({ length: count }, (_, client) => work(client)));
  working.catch(() => undefined);
  return { operations: () => operations, finish: async () => ((isOver = true), void (await working)) };
}

/** First of all, shelters that accept each hold itself say so; and a man wants to wait at a home for women, which is rare later on. */
async function begin(caller: CallerOf): Promise<void> {
  const asking = shelters.filter(({ asks }) => asks);
  await Promise.all(asking.map(({ serviceId }) => caller.change('setIntake', { serviceId, expectedVersion: 0, requiresAcceptance: true })));
  await caller.change('joinWaitlist', { serviceId: homeForWomen.serviceId, party: [{ gender: 'MAN', age: 40 }] });
}

/** The next action of a client. Three of four are about holds. */
async function act(caller: CallerOf, random: Random, memory: Memory): Promise<Answer | null> {
  const dice = random.next();
  if (dice < 0.06) return caller.look('availability', { serviceId: random.pick(shelters).serviceId });
  if (dice < 0.115) return count(caller, random);
  if (dice < 0.13) return setDoor(caller, random);
  if (dice < 0.14) return addBeds(caller, random);
  if (dice < 0.16) return joinSome(caller, random, memory);
  if (dice < 0.23) return seeTo(caller, random, memory);
  if (dice < 0.24) return holdForAll(caller, random, memory);
  if (memory.isFull() || dice < 0.65) return goOn(caller, random, memory);
  return hold(caller, random, memory);
}
