import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '@haven/test/reference/requests/random';
import type { Postgres } from '../infrastructure/postgres.js';
import type { Api } from './api.js';
import type { HistoryFile } from './history-file.js';

/** Kills until it is stopped. */
export interface Killer {
  readonly kills: { readonly api: number; readonly postgres: number };
  stop(): Promise<void>;
}

/** How often, in seconds. */
export interface Pace {
  readonly api: readonly [number, number];
  readonly postgres: readonly [number, number];
}

/** Kills one process of the API every few seconds with `kill -9`, and PostgreSQL as well. */
export function startKiller(apis: readonly Api[], postgres: Postgres, history: HistoryFile, random: Random, pace: Pace): Killer {
  const kills = { api: 0, postgres: 0 };
  const stopping = new AbortController();
  const { signal } = stopping;
  const keepKilling = async (victim: 'api' | 'postgres', once: () => Promise<string | null>) => {
    for (;;) {
      const [from, to] = pace[victim];
      await sleep((from + random.next() * (to - from)) * 1_000, null, { signal }).catch(() => null);
      if (signal.aborted) return;
      const name = await once();
      if (name === null) continue;
      kills[victim] += 1;
      history.add({ line: 'kill', victim: name, at: history.now() });
    }
  };
  const killOne = async () => {
    const ready = apis.filter((one) => one.isReady());
    const victim = ready.length > 0 ? random.pick(ready) : null;
    return (await victim?.kill()) ? victim!.name : null;
  };
  const killPostgres = async () => {
    const isKilled = await postgres.kill();
    await postgres.untilReady();
    return isKilled ? 'postgres' : null;
  };
  const killing = Promise.all([keepKilling('api', killOne), keepKilling('postgres', killPostgres)]);
  killing.catch(() => undefined);
  return { kills, stop: async () => (stopping.abort(), void (await killing)) };
}
