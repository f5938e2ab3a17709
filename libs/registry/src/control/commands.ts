import type { ControlRequest } from '@haven/config';
import { directorySource } from '../application/export-directory.js';
import { loadDirectory } from '../application/load-directory.js';
import type { Registry } from '../application/ports.js';
import { readDirectory } from '../exchange/read-directory.js';
import { writeDirectory } from '../exchange/write-directory.js';
import { PendingLines, type Tell } from './pending-lines.js';

type Import = Extract<ControlRequest, { command: 'import' }>;
type Export = Extract<ControlRequest, { command: 'export' }>;

/** The commands of the registry. `settle` resolves when what was imported has taken effect, as far as the process sees. */
export function registryCommands(registry: Registry, settle: () => Promise<void>) {
  const importing = { now: false };
  return {
    import: (request: Import, tell: Tell) => oneAtATime(importing, () => importDirectory(registry, settle, request, tell)),
    export: (request: Export, tell: Tell) => exportTo(registry, request, tell),
  };
}

/** Two imports at once could each hold back what the other is publishing. */
async function oneAtATime(importing: { now: boolean }, work: () => Promise<void>): Promise<void> {
  if (importing.now) throw new Error('Another import is running. Wait until it is done, then repeat this one.');
  importing.now = true;
  await work().finally(() => (importing.now = false));
}

async function importDirectory(
  registry: Registry,
  settle: () => Promise<void>,
  { path, dryRun, source }: Import,
  tell: Tell,
): Promise<void> {
  // A small file may be read before there is anything to tell of it, and a large one takes a while to begin.
  await tell({ progress: { done: 0, total: null, what: 'rows read' } });
  const lines = new PendingLines(tell);
  const summary = await loadDirectory(registry, lines.drained(readDirectory(path)), {
    source,
    dryRun,
    onLine: (line) => lines.add(line),
    onProgress: (progress) => lines.progress(progress),
  });
  await lines.flush();
  if (!dryRun) await settle();
  await tell({ report: { summary } });
  await tell({ result: { summary } });
}

async function exportTo(registry: Registry, { path, format }: Export, tell: Tell): Promise<void> {
  const result = await writeDirectory(directorySource(registry), path, format);
  if (!result.ok) throw new Error(`${path} is there already. Export to a new file or an empty folder.`);
  await tell({ result: result.value });
}
