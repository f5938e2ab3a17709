import { setTimeout as sleep } from 'node:timers/promises';
import { randomOf } from '@haven/test/reference/requests/random';
import type { ChaosSystem } from '../infrastructure/system.js';
import type { Worker } from '../infrastructure/worker.js';

/** What can be killed. */
export type Victim = 'broker' | 'postgres' | 'relay' | 'consumer';

/** Kills until it is stopped. */
export interface Killer {
  readonly kills: Readonly<Record<Victim, number>>;
  total(): number;
  /** Ends with one more kill of a broker, a relay and a consumer at once; returns the moment. */
  finish(): Promise<number>;
}

const seconds = (from: number, to: number, random: { next(): number }) => (from + random.next() * (to - from)) * 1_000;

/** Kills brokers and PostgreSQL in turn, each when the one before is back; relays and consumers independently. */
export function startKiller(system: ChaosSystem, relays: readonly Worker[], consumers: readonly Worker[], seed: number): Killer {
  const kills: Record<Victim, number> = { broker: 0, postgres: 0, relay: 0, consumer: 0 };
  const random = randomOf(seed);
  const stopping = new AbortController();
  const { signal } = stopping;
  const pause = (from: number, to: number) => sleep(seconds(from, to, random), null, { signal }).catch(() => null);
  const count = async (victim: Victim, kill: Promise<boolean>) => void ((await kill) && (kills[victim] += 1));
  const killBroker = () => count('broker', system.kafka.kill(random.whole(1, system.kafka.brokers.length)));
  const killOneOf = (victim: Victim, workers: readonly Worker[]) => count(victim, random.pick(workers).kill());

  const killServers = async () => {
    for (let turn = 1; !signal.aborted; turn++) {
      await system.kafka.untilInSync();
      await pause(3, 8);
      if (signal.aborted) return;
      await killBroker();
      if (turn % 2 === 0) {
        await pause(1, 4);
        if (signal.aborted) return;
        await count('postgres', system.postgres.kill());
        await system.postgres.untilReady();
      }
    }
  };
  const killRelays = async () => {
    for (;;) {
      await pause(6, 12);
      if (signal.aborted) return;
      await killOneOf('relay', relays);
    }
  };
  // The group stops until it gives up a killed member, so two are killed at a time, and then it may work.
  const killConsumers = async () => {
    for (;;) {
      await pause(20, 30);
      if (signal.aborted) return;
      for (const victim of random.some(consumers, 2)) await count('consumer', victim.kill());
    }
  };
  const killing = Promise.all([killServers(), killRelays(), killConsumers()]);
  killing.catch(() => undefined);
  return {
    kills,
    total: () => Object.values(kills).reduce((sum, number) => sum + number, 0),
    finish: async () => {
      stopping.abort();
      await killing;
      await system.kafka.untilInSync();
      await Promise.all([killBroker(), killOneOf('relay', relays), killOneOf('consumer', consumers)]);
      return performance.now();
    },
  };
}
