import type { ControlRequest } from '@haven/config';
import type { ImportSummary } from '../report/import-report.js';
import { adoptPairs } from '../import/adopt-pairs.js';
import { add, loadDirectory } from '../import/load-directory.js';
import type { Registry } from '../ports.js';
import { pickSource } from '../sources/pick-source.js';
import { directoryName } from '../exchange/directory-name.js';
import { type Part, partsOf } from '../exchange/files/export-parts.js';
import { defaultLimits } from '../exchange/files/limits.js';
import { readDirectory, sampleDirectory } from '../exchange/read-directory.js';
import { PendingLines, type Tell } from './pending-lines.js';

type Import = Extract<ControlRequest, { command: 'import' }>;

/** Imports a directory under its source, or each directory of an export of several sources. */
export async function importDirectory(registry: Registry, settle: () => Promise<void>, request: Import, tell: Tell): Promise<void> {
  // Reports progress at once: a small file may be read before there is a line, and a large one takes a while to begin.
  await tell({ progress: { done: 0, total: null, what: 'rows read' } });
  const { parts, pairs } = await partsOf(request.path, defaultLimits);
  if (parts.length > 1 && request.source !== null)
    throw new Error('This is an export of several sources. Import it without --source, or one of its folders.');
  const summary: ImportSummary = {};
  const names = new Map<string | null, string>();
  for (const part of parts) {
    const imported = await importPart(registry, request, part, tell);
    add(summary, imported.summary);
    names.set(part.source, imported.source);
  }
  if (!request.dryRun) await adoptPairs(registry, pairs(), names);
  if (!request.dryRun) await settle();
  await tell({ report: { summary } });
  await tell({ result: { summary, sources: [...names.values()] } });
}

async function importPart(registry: Registry, { path, dryRun, partial, source: given }: Import, part: Part, tell: Tell) {
  const { name, path: place } = await directoryName(path, defaultLimits);
  const sample = await sampleDirectory(path, defaultLimits, part.folder);
  const own = { given, name: part.source ?? name, path: part.folder === '' ? place : `${place}#${part.folder}`, sample };
  const { source, lines: remarks } = await pickSource(registry, own);
  const lines = new PendingLines(tell);
  remarks.forEach((line) => lines.add(line));
  const summary = await loadDirectory(registry, lines.drained(readDirectory(path, defaultLimits, part.folder)), {
    source,
    path: own.path,
    ids: part.ids(),
    dryRun,
    isWhole: partial !== true,
    onLine: (line) => lines.add(line),
    onProgress: (progress) => lines.progress(progress),
  });
  await lines.flush();
  return { summary, source };
}
