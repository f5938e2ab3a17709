import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDemo } from '@haven/demo';
import pg from 'pg';
import type { Cluster } from './cluster.js';
import type { RunCommand } from '@haven/server/process';
import { ClusterProblem } from './problem.js';

/** The file that records a load, so that an interrupted one is finished with the same instants. */
interface DemoLoad {
  readonly since: string;
  readonly done: boolean;
}

/** Fills an empty cluster with the demo data, through the command of `haven import`; a cluster with any data is left alone. */
export async function fillWithDemo(cluster: Cluster, run: RunCommand): Promise<void> {
  const { data } = cluster.places;
  const load = await demoLoad(cluster);
  if (load.done) return;
  cluster.progress.step('Loading the demo directory (invented services in 20 states) …');
  const file = join(data, 'demo.ndjson');
  await writeDemo(file, new Date(load.since));
  await run({ command: 'import', path: file, dryRun: false, source: 'haven' }, (message) => {
    if ('failed' in message) throw new ClusterProblem(`The demo directory could not be loaded: ${message.failed}`);
    return Promise.resolve();
  });
  await rm(file);
  await store(data, { ...load, done: true });
}

async function demoLoad({ places, databases }: Cluster): Promise<DemoLoad> {
  const text = await readFile(join(places.data, 'demo.json'), 'utf8').catch(() => null);
  if (text !== null) return JSON.parse(text) as DemoLoad;
  const load = { since: new Date().toISOString(), done: await holdsAnything(databases['registry']!) };
  await store(places.data, load);
  return load;
}

const store = (directory: string, load: DemoLoad): Promise<void> =>
  writeFile(join(directory, 'demo.json'), JSON.stringify(load), { mode: 0o600 });

async function holdsAnything(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query('SELECT 1 FROM registry.organization LIMIT 1')).rowCount === 1;
  } finally {
    await client.end();
  }
}
