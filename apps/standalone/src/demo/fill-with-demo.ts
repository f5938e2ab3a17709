import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDemo } from '@haven/demo';
import { loadDirectory, readDirectory } from '@haven/registry';
import { settle, type Parts } from '../open-parts.js';

/** The file that records a load, so that an interrupted one is finished with the same instants. */
interface DemoLoad {
  readonly since: string;
  readonly done: boolean;
  /** Whether the directory was empty before. */
  readonly loaded?: boolean;
}

/** Fills an empty directory with the demo data, and leaves any other alone. Answers whether it was filled, now or before. */
export async function fillWithDemo(parts: Parts, directory: string, say: (line: string) => void): Promise<boolean> {
  const load = await demoLoad(parts, directory);
  if (load.done) return load.loaded ?? false;
  say('Loading the demo directory (invented services in 20 states) …');
  const shifted = join(directory, 'demo.ndjson');
  await writeDemo(shifted, new Date(load.since));
  await loadDirectory(parts.registryPort, readDirectory(shifted), { onProgress: tellShare(say) });
  await rm(shifted);
  await settle(parts);
  await store(directory, { ...load, done: true, loaded: true });
  return true;
}

async function demoLoad({ registry, clock }: Parts, directory: string): Promise<DemoLoad> {
  const text = await readFile(join(directory, 'demo.json'), 'utf8').catch(() => null);
  if (text !== null) return JSON.parse(text) as DemoLoad;
  const [first] = await registry.read((tx) => tx.query<unknown[]>('SELECT 1 FROM registry.organization LIMIT 1'));
  const load = { since: clock.now().toISOString(), done: first !== undefined };
  await store(directory, load);
  return load;
}

const store = (directory: string, load: DemoLoad): Promise<void> =>
  writeFile(join(directory, 'demo.json'), JSON.stringify(load), { mode: 0o600 });

/** Prints a line for each quarter of the work. */
function tellShare(say: (line: string) => void) {
  let told = 0;
  return (progress: { phase: string; bytes?: number; totalBytes?: number }) => {
    const share = progress.phase === 'reading' ? Math.floor((4 * (progress.bytes ?? 0)) / (progress.totalBytes || 1)) : 4;
    if (share <= told) return;
    told = share;
    say(share < 4 ? `  ${share * 25} % read` : '  publishing …');
  };
}
