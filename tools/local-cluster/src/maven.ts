import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { runJob } from './processes/run-job.js';

/** Files that Maven fetches into a folder of `home`. */
export interface Fetched {
  readonly name: string;
  readonly home: string;
  /** Its folder below `home`. */
  readonly folder: string;
  readonly pom?: string;
  /** The Maven goal; `{to}` is replaced by the target folder. */
  readonly goal: readonly string[];
  /** The part to keep, below `{to}`; missing: all of it. */
  readonly part?: string;
}

/** Whether it was fetched before. */
export const isFetched = ({ home, folder }: Fetched): Promise<boolean> =>
  readdir(join(home, folder)).then(
    (names) => names.length > 0,
    () => false,
  );

/** Fetches it from Maven Central; an interrupted download leaves nothing that looks complete. */
export async function fetchWithMaven(fetched: Fetched, log: string, signal: AbortSignal): Promise<void> {
  const { home, folder, goal, part = '' } = fetched;
  await mkdir(home, { recursive: true });
  const work = await mkdtemp(join(home, 'fetch-'));
  const to = basename(folder);
  try {
    if (fetched.pom) await writeFile(join(work, 'pom.xml'), fetched.pom);
    const args = ['-B', '-q', '-ntp', ...goal.map((word) => word.replace('{to}', to))];
    await runJob({ name: `The download of ${fetched.name}`, command: 'mvn', args, directory: work, log }, signal);
    await rename(join(work, to, part), join(home, folder)).catch(async (error: unknown) => {
      // Another cluster has just fetched it.
      if (!(await isFetched(fetched))) throw error;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
