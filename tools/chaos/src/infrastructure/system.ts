import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { inRepository } from '@haven/test/harness/repository';
import { startKafka, type Kafka } from './kafka.js';
import { startPostgres, type Postgres } from './postgres.js';
import type { KeptProcess } from './kept-process.js';

/** Kafka and PostgreSQL of a scenario, and the processes started on them. */
export interface ChaosSystem {
  readonly kafka: Kafka;
  readonly postgres: Postgres;
  /** File for the output of a process with this name. */
  logOf(name: string): string;
  /** Stops the process at the end, whatever happens. */
  own<P extends Pick<KeptProcess, 'stop'>>(process: P): P;
  close(): Promise<void>;
}

/** Starts both. Logs stay in `tools/chaos/results/logs/<scenario>`. */
export async function startSystem(scenario: string): Promise<ChaosSystem> {
  const logs = inRepository('tools/chaos/results/logs', scenario);
  await rm(logs, { recursive: true, force: true });
  await mkdir(logs, { recursive: true });
  const logOf = (name: string) => join(logs, `${name}.log`);
  const [kafka, postgres] = await Promise.allSettled([startKafka(logOf('kafka')), startPostgres(logOf('postgres'))]);
  const stopBoth = async () => {
    for (const one of [kafka, postgres]) if (one.status === 'fulfilled') await one.value.stop();
  };
  if (kafka.status === 'rejected' || postgres.status === 'rejected') {
    await stopBoth();
    throw kafka.status === 'rejected' ? kafka.reason : (postgres as PromiseRejectedResult).reason;
  }
  const owned: Pick<KeptProcess, 'stop'>[] = [];
  return {
    kafka: kafka.value,
    postgres: postgres.value,
    logOf,
    own: (process) => (owned.push(process), process),
    close: async () => {
      await Promise.allSettled(owned.map((process) => process.stop()));
      await stopBoth();
    },
  };
}
