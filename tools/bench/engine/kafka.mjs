// The same on the distributed system: gateway, services, PostgreSQL and Kafka, each in its own process. For comparison, a bare producer and
// consumer pass messages of the same size through the same broker, one after each count.
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startCluster } from '../../../scripts/cluster/start-cluster.mjs';
import { freePort } from '@haven/test/harness/free-port';
import { askerOf } from '../fairness/system.mjs';
import { countFor, counts, makeShelter } from './counting.mjs';
import { spread } from './moments.mjs';
import { begin } from './processes.mjs';

/** Sends one message through the broker after each call; returns how long they took. */
async function startBare(brokers) {
  const { child, end } = await begin('bare.mjs', { brokers });
  const times = [];
  const pass = async () => {
    child.send('pass');
    const [milliseconds] = await once(child, 'message');
    times.push(milliseconds);
  };
  return { pass, times, end };
}

async function measure(url, data, brokers) {
  const system = { url, ...(await askerOf(url, data)) };
  const shelter = await makeShelter(system.ask);
  const bare = await startBare(brokers);
  await sleep(2_000);
  const few = await countFor(system, shelter, 1, bare.pass);
  const many = await countFor(system, shelter, 1_000, bare.pass);
  await bare.end();
  return { counts, few, many, bare: spread(bare.times) };
}

export async function kafka() {
  // The launcher makes it: PostgreSQL's own user must be able to enter.
  const data = join(tmpdir(), `haven-bench-cluster-${process.pid}`);
  const cluster = startCluster({ port: await freePort(), data, more: ['--no-demo'] });
  try {
    const { url, brokers } = await cluster.untilReady();
    return await measure(url, data, brokers);
  } finally {
    await cluster.stop();
    rmSync(data, { recursive: true, force: true });
  }
}
