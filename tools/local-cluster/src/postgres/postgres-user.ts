import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { ClusterProblem } from '../problem.js';

const run = promisify(execFile);

/** The user that runs PostgreSQL: it refuses root, so root uses the user of Debian's package. */
export interface PostgresUser {
  /** Comes before each of PostgreSQL's programs. */
  readonly prefix: readonly string[];
  /** The required owner of its files; null: our own user. */
  readonly owner: { readonly uid: number; readonly gid: number } | null;
}

/** The user for a data directory. Rejects if that user cannot enter it. */
export async function postgresUser(data: string): Promise<PostgresUser> {
  if (process.getuid?.() !== 0) return { prefix: [], owner: null };
  const idOf = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout);
  const owner = { uid: await idOf('-u'), gid: await idOf('-g') };
  await failIfClosed(dirname(data));
  return { prefix: ['setpriv', '--reuid=postgres', '--regid=postgres', '--init-groups', '--reset-env', '--'], owner };
}

async function failIfClosed(directory: string): Promise<void> {
  const { mode } = await stat(directory);
  if ((mode & 0o001) === 0) {
    throw new ClusterProblem(
      `As root, PostgreSQL runs as the user postgres, who cannot enter ${directory}. Run as another user, or give a directory that is open to all: --data DIR`,
    );
  }
  if (dirname(directory) !== directory) await failIfClosed(dirname(directory));
}
