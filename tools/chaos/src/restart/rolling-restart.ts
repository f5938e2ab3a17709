import { quietClient } from '../outages/history.js';
import type { LocalCluster } from '../outages/local-cluster.js';
import { until } from '../infrastructure/until.js';

/** Every process but PostgreSQL, in the order of an upgrade. */
export const restarted = [
  'kafka-1',
  'kafka-2',
  'kafka-3',
  'registry',
  'capacity',
  'matching-1',
  'matching-2',
  'issuer',
  'gateway',
] as const;

const limitMilliseconds = 90_000;

/** Asks a process to stop, and waits until its successor works. Returns how long that took. */
export async function restart(cluster: LocalCluster, name: string): Promise<number> {
  const entryOf = async () => (await cluster.state()).processes.find((process) => process.name === name)!;
  const before = await entryOf();
  process.kill(before.pid!, 'SIGTERM');
  const isBack = async () => {
    const now = await entryOf();
    return now.pid !== null && now.restarts > before.restarts && (await doesItsWork(cluster, name, now.port));
  };
  return Math.round(await until(`${name} is back`, limitMilliseconds, isBack, 200));
}

async function doesItsWork(cluster: LocalCluster, name: string, port: number): Promise<boolean> {
  if (name.startsWith('kafka-')) return hasAllCopies((await cluster.state()).brokers);
  return (await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(2_000) })).ok;
}

/** Whether each partition is on all its brokers: then the next broker may be restarted. */
async function hasAllCopies(brokers: readonly string[]): Promise<boolean> {
  const admin = quietClient(brokers).admin();
  try {
    await admin.connect();
    const { topics } = await admin.fetchTopicMetadata();
    return topics.every(({ partitions }) => partitions.every(({ isr, replicas }) => isr.length === replicas.length));
  } finally {
    await admin.disconnect();
  }
}
