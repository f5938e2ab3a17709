import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDemo } from '@haven/demo';
import { loadDirectory, readDirectory } from '@haven/registry';
import { settle, type Parts } from '../open-parts.js';

/** The file that remembers a load, so that one which was cut off is finished with the same instants. */
interface DemoMark {
  readonly since: string;
  readonly done: boolean;
  /** Whether it was empty before. */
  readonly loaded?: boolean;
}

/** Fills an empty directory with the demo data; one that holds anything is left alone. Answers whether it was filled, now or before. */
export async function fillWithDemo(parts: Parts, directory: string, say: (line: string) => void): Promise<boolean> {
  const mark = await demoMark(parts, directory);
  if (mark.done) return mark.loaded ?? false;
  say('Loading the demo directory (invented services in 20 states) …');
  const shifted = join(directory, 'demo.ndjson');
  await writeDemo(shifted, new Date(mark.since));
  await loadDirectory(parts.registryPort, readDirectory(shifted), { onProgress: tellShare(say) });
  await rm(shifted);
  await settle(parts);
  await store(directory, { ...mark, done: true, loaded: true });
  return true;
}

async function demoMark({ registry, clock }: Parts, directory: string): Promise<DemoMark> {
  const text = await readFile(join(directory, 'demo.json'), 'utf8').catch(() => null);
  if (text !== null) return JSON.parse(text) as DemoMark;
  const [first] = await registry.read((tx) => tx.query<unknown[]>('SELECT 1 FROM registry.organization LIMIT 1'));
  const mark = { since: clock.now().toISOString(), done: first !== undefined };
  await store(directory, mark);
  return mark;
}

const store = (directory: string, mark: DemoMark): Promise<void> =>
  writeFile(join(directory, 'demo.json'), JSON.stringify(mark), { mode: 0o600 });

/** A line for each quarter of the work. */
function tellShare(say: (line: string) => void) {
  let told = 0;
  return (progress: { phase: string; bytes?: number; totalBytes?: number }) => {
    const share = progress.phase === 'reading' ? Math.floor((4 * (progress.bytes ?? 0)) / (progress.totalBytes || 1)) : 4;
    if (share <= told) return;
    told = share;
    say(share < 4 ? `  ${share * 25} % read` : '  publishing …');
  };
}
