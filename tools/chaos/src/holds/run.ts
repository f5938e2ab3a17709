import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { inRepository } from '@haven/test/harness/repository';
import { randomOf } from '@haven/test/reference/requests/random';
import { startPostgres } from '../infrastructure/postgres.js';
import { tellProgress } from '../infrastructure/report.js';
import { until } from '../infrastructure/until.js';
import { startAging } from './aging.js';
import { keepApi, prepare } from './api.js';
import { startClients } from './clients.js';
import { collect, untilAtRest } from './collect.js';
import { forceFault } from './force-fault.js';
import { writeHistory } from './history-file.js';
import { startKiller, type Killer, type Pace } from './killer.js';
import type { ApiSettings } from './workers/protocol.js';

/** Settings of a run. */
export interface RunSettings extends Pick<ApiSettings, 'naive'> {
  readonly name: string;
  readonly operations: number;
  readonly pace: Pace;
  readonly limitMilliseconds: number;
  /** It continues until so many were killed, however fast the machine is. */
  readonly leastKills?: Killer['kills'];
}

/** The results of a run. */
export interface Run {
  readonly path: string;
  readonly operations: number;
  readonly seconds: number;
  readonly kills: Killer['kills'];
}

const clientCount = 64;
const processCount = 4;
const seed = 5;

/** Runs the clients against a separate database, with the kills, and writes the history. */
export async function runHolds({ name, operations, pace, limitMilliseconds, leastKills, naive }: RunSettings): Promise<Run> {
  const logs = inRepository('tools/chaos/results/logs', name);
  await rm(logs, { recursive: true, force: true });
  await mkdir(logs, { recursive: true });
  const postgres = await startPostgres(join(logs, 'postgres.log'));
  const settings: ApiSettings = { database: postgres.connection, ...(naive && { naive }) };
  const history = await writeHistory(inRepository('tools/chaos/results', `${name}.history.jsonl`));
  history.add({ line: 'run', format: 4, startedAt: new Date().toISOString(), seed, clients: clientCount, processes: processCount });
  const random = randomOf(seed);
  const apis: ReturnType<typeof keepApi>[] = [];
  try {
    await postgres.untilReady();
    await prepare(settings, join(logs, 'prepare.log'));
    for (let n = 0; n < processCount; n++) apis.push(keepApi(`api-${n}`, settings, join(logs, `api-${n}.log`)));
    await until('all processes serve', 60_000, () => apis.every((api) => api.isReady()));
    if (naive) await forceFault(naive, { apis, history, random }, clientCount);
    const since = performance.now();
    const clients = startClients({ apis, history, random }, clientCount);
    const killer = startKiller(apis, postgres, history, random, pace);
    const stopAging = startAging(postgres, history);
    const stopTelling = tellProgress(() =>
      Promise.resolve(`${name}: ${clients.operations()} operations, kills ${JSON.stringify(killer.kills)}`),
    );
    try {
      // Everything done until the limit is judged too.
      const isEnough = () => clients.operations() >= operations && areKilled(killer.kills, leastKills);
      await until(`${operations} operations`, limitMilliseconds, isEnough, 250).catch(() => null);
    } finally {
      await Promise.all([killer.stop(), stopAging(), stopTelling()]);
      await postgres.untilReady();
      await clients.finish();
    }
    const seconds = Math.round((performance.now() - since) / 1_000);
    await until('all processes serve again', 60_000, () => apis.every((api) => api.isReady()));
    await untilAtRest(postgres, history);
    await Promise.all(apis.map((api) => api.stop()));
    await collect(postgres, history);
    await history.close();
    return { path: history.path, operations: clients.operations(), seconds, kills: killer.kills };
  } finally {
    await Promise.all(apis.map((api) => api.stop()));
    await postgres.stop();
  }
}

const areKilled = (kills: Killer['kills'], least: Killer['kills'] = { api: 0, postgres: 0 }): boolean =>
  kills.api >= least.api && kills.postgres >= least.postgres;
