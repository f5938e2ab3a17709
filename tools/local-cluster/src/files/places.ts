import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeDirectory } from '@haven/config';
import { ClusterProblem } from '../problem.js';

/** Top of the repository. */
export const repository = fileURLToPath(new URL('../../../../', import.meta.url));

/** The paths of the cluster's files. */
export interface Places {
  readonly data: string;
  readonly logs: string;
  readonly keys: string;
  readonly kafka: string;
  readonly postgres: string;
  /** The list of what runs, for tests and for the next start. */
  readonly clusterFile: string;
  /** While a file with a process's name is here, that process is not started again: for fault tests. */
  readonly held: string;
  /** A process's own directory. */
  of(name: string): string;
  logOf(name: string): string;
}

/** Makes the directory and its folders, private to the user. */
export async function preparePlaces(data: string): Promise<Places> {
  const inside = (name: string) => join(data, name);
  const places: Places = {
    data,
    logs: inside('logs'),
    keys: inside('keys'),
    kafka: inside('kafka'),
    postgres: inside('postgres'),
    clusterFile: inside('cluster.json'),
    held: inside('held'),
    of: inside,
    logOf: (name) => join(data, 'logs', `${name}.log`),
  };
  const { logs, keys, kafka, held } = places;
  try {
    for (const directory of [data, logs, keys, kafka, held]) await makeDirectory(directory);
    // PostgreSQL refuses root, so it runs as another user there, who must get through this directory.
    await chmod(data, process.getuid?.() === 0 ? 0o711 : 0o700);
  } catch (error) {
    throw new ClusterProblem(
      `The directory ${data} cannot be written (${(error as NodeJS.ErrnoException).code}). Give another: --data DIR`,
    );
  }
  return places;
}
