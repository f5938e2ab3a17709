import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDemo } from '@haven/demo';
import pg from 'pg';
import type { Cluster } from './cluster.js';
import type { RunCommand } from '@haven/server/process';
import { ClusterProblem } from './problem.js';

/** The file that remembers a load, so that one which was cut off is finished with the same instants. */
interface DemoMark {
  readonly since: string;
  readonly done: boolean;
}

/** Fills an empty cluster with the demo data, through the command that `haven import` sends; one that holds anything is left alone. */
export async function fillWithDemo(cluster: Cluster, run: RunCommand): Promise<void> {
  const { data } = cluster.places;
  const mark = await demoMark(cluster);
  if (mark.done) return;
  cluster.progress.step('Loading the demo directory (invented services in 20 states) …');
  const file = join(data, 'demo.ndjson');
  await writeDemo(file, new Date(mark.since));
  await run({ command: 'import', path: file, dryRun: false, source: 'haven' }, (message) => {
    if ('failed' in message) throw new ClusterProblem(`The demo directory could not be loaded: ${message.failed}`);
    return Promise.resolve();
  });
  await rm(file);
  await store(data, { ...mark, done: true });
}

async function demoMark({ places, databases }: Cluster): Promise<DemoMark> {
  const text = await readFile(join(places.data, 'demo.json'), 'utf8').catch(() => null);
  if (text !== null) return JSON.parse(text) as DemoMark;
  const mark = { since: new Date().toISOString(), done: await holdsAnything(databases['registry']!) };
  await store(places.data, mark);
  return mark;
}

const store = (directory: string, mark: DemoMark): Promise<void> =>
  writeFile(join(directory, 'demo.json'), JSON.stringify(mark), { mode: 0o600 });

async function holdsAnything(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query('SELECT 1 FROM registry.organization LIMIT 1')).rowCount === 1;
  } finally {
    await client.end();
  }
}
