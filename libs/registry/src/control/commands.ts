import type { ControlRequest, ReviewRequest } from '@haven/config';
import { directorySource, storedSources } from '../export/export-directory.js';
import { exportedPairs } from '../export/exported-pairs.js';
import type { Registry } from '../ports.js';
import { isOneFile, writeDirectory } from '../exchange/write-directory.js';
import { writeSources } from '../exchange/write-sources.js';
import { importDirectory } from './import-directory.js';
import type { Tell } from './pending-lines.js';
import { review } from './review.js';

type Import = Extract<ControlRequest, { command: 'import' }>;
type Export = Extract<ControlRequest, { command: 'export' }>;

/** The commands of the registry. `settle` resolves when the import has taken effect in this process. */
export function registryCommands(registry: Registry, settle: () => Promise<void>) {
  const importing = { now: false };
  return {
    import: (request: Import, tell: Tell) => oneAtATime(importing, () => importDirectory(registry, settle, request, tell)),
    export: (request: Export, tell: Tell) => exportTo(registry, request, tell),
    review: (request: ReviewRequest, tell: Tell) => review(registry, settle, request, tell),
  };
}

/** Two imports at once could each defer what the other is publishing. */
async function oneAtATime(importing: { now: boolean }, work: () => Promise<void>): Promise<void> {
  if (importing.now) throw new Error('Another import is running. Wait until it is done, then repeat this one.');
  importing.now = true;
  await work().finally(() => (importing.now = false));
}

async function exportTo(registry: Registry, { path, format }: Export, tell: Tell): Promise<void> {
  const sources = await storedSources(registry);
  const result =
    sources.length > 1 && !isOneFile(path, format)
      ? await writeSources({ sources, pairs: exportedPairs(registry) }, path, format)
      : await writeDirectory(directorySource(registry, sources.length === 1 ? sources[0]!.name : undefined), path, format);
  if (!result.ok) throw new Error(`${path} is there already. Export to a new file or an empty folder.`);
  await tell({ result: result.value });
}
