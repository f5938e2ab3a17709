import type { ControlMessage, ControlRequest } from '@haven/config';
import { directorySource, loadDirectory, readDirectory, writeDirectory, type LoadProgress } from '@haven/registry';
import { rebuildMatching } from '@haven/matching';
import { settle, type Parts } from '../open-parts.js';
import type { RunCommand } from './control-server.js';

type Tell = (message: ControlMessage) => Promise<void>;
type Import = Extract<ControlRequest, { command: 'import' }>;
type Export = Extract<ControlRequest, { command: 'export' }>;

const importing = { now: false };

/** The commands of `haven`, on the parts of this process. */
export function runCommandOn(parts: Parts): RunCommand {
  return async (request, tell) => {
    switch (request.command) {
      case 'import':
        return oneAtATime(() => importDirectory(parts, request, tell));
      case 'export':
        return exportTo(parts, request, tell);
      case 'rebuild':
        return rebuild(parts, tell);
    }
  };
}

/** Two imports at once could each hold back what the other is publishing. */
async function oneAtATime(work: () => Promise<void>): Promise<void> {
  if (importing.now) throw new Error('Another import is running. Wait until it is done, then repeat this one.');
  importing.now = true;
  await work().finally(() => (importing.now = false));
}

async function importDirectory(parts: Parts, { path, dryRun, source }: Import, tell: Tell): Promise<void> {
  const lines = new PendingLines(tell);
  const summary = await loadDirectory(parts.registryPort, drained(readDirectory(path), lines), {
    source,
    dryRun,
    onLine: (line) => lines.add(line),
    onProgress: (progress) => lines.progress(progress),
  });
  await lines.flush();
  if (!dryRun) await settle(parts);
  await tell({ report: { summary } });
  await tell({ result: { summary } });
}

/** Lets the reader wait for a slow terminal: lines are told before the next item is read, so they never pile up. */
async function* drained<T>(items: AsyncIterable<T>, lines: PendingLines): AsyncGenerator<T> {
  for await (const item of items) {
    await lines.flush();
    yield item;
  }
}

class PendingLines {
  private waiting: ControlMessage[] = [];

  constructor(private readonly tell: Tell) {}

  add(line: unknown): void {
    this.waiting.push({ report: line });
  }

  progress(progress: LoadProgress): void {
    if (progress.phase === 'reading')
      this.waiting.push({ progress: { done: progress.bytes, total: progress.totalBytes, what: `read, ${progress.file}` } });
    else void this.tell({ progress: { done: progress.services, total: null, what: 'services published' } });
  }

  async flush(): Promise<void> {
    const told = this.waiting;
    if (told.length === 0) return;
    this.waiting = [];
    for (const message of told) await this.tell(message);
  }
}

async function exportTo(parts: Parts, { path, format }: Export, tell: Tell): Promise<void> {
  const result = await writeDirectory(directorySource(parts.registryPort), path, format);
  if (!result.ok) throw new Error(`${path} is not empty. Export to a new folder.`);
  await tell({ result: result.value });
}

async function rebuild(parts: Parts, tell: Tell): Promise<void> {
  await tell({ progress: { done: 0, total: null, what: 'events applied' } });
  await rebuildMatching(parts.matching, parts.consumers.matching);
  await settle(parts);
  await tell({ result: { rebuilt: 'matching' } });
}
