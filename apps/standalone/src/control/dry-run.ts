import { rm, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startEmbeddedDatabase } from '@haven/persistence';
import { openRegistryDatabase, type Registry, registryCommands, registryOn } from '@haven/registry';
import type { Parts } from '../open-parts.js';
import type { ImportCommand } from './import-command.js';

const folderOf = (dataDirectory: string): string => join(dataDirectory, 'dry-run');

/** Removes what a killed process left of a dry run. */
export const removeDryRun = (dataDirectory: string): Promise<void> => rm(folderOf(dataDirectory), { recursive: true, force: true });

/**
 * Runs dry runs on a copy of the database. A dry run is one transaction from the first row to the last, and the embedded database serves
 * nobody else during a transaction.
 */
export const dryRunOnCopy =
  ({ embedded, cipher }: Pick<Parts, 'embedded' | 'cipher'>, dataDirectory: string, runImport: ImportCommand): ImportCommand =>
  async (request, tell) => {
    if (!request.dryRun) return runImport(request, tell);
    await begin(dataDirectory);
    try {
      await tell({ progress: { done: 0, total: null, what: 'rows read' } });
      const folder = join(folderOf(dataDirectory), 'database');
      await embedded.copy(folder);
      await withRegistry(folder, cipher, (registry) => registryCommands(registry, () => Promise.resolve()).import(request, tell));
    } finally {
      await removeDryRun(dataDirectory);
    }
  };

/** The folder also says that a dry run is running. */
async function begin(dataDirectory: string): Promise<void> {
  await mkdir(folderOf(dataDirectory), { mode: 0o700 }).catch((error: { code?: string }) => {
    if (error.code !== 'EEXIST') throw error;
    throw new Error('Another dry run is running. Wait until it is done, then repeat this one.');
  });
}

async function withRegistry(folder: string, cipher: Parts['cipher'], work: (registry: Registry) => Promise<void>): Promise<void> {
  const copy = await startEmbeddedDatabase(folder);
  try {
    const database = await openRegistryDatabase(copy.connection);
    await work(registryOn(database, cipher)).finally(() => database.close());
  } finally {
    await copy.close();
  }
}
