import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { haven } from '../harness/command.js';
import type { System } from '../harness/system.js';

/** A line of a report. */
export interface ReportLine {
  readonly file: string | null;
  readonly row: number | null;
  readonly object: string | null;
  readonly id: string | null;
  readonly field: string | null;
  readonly code: string;
  readonly message: string;
  readonly action: 'kept' | 'repaired' | 'skipped';
}

/** Counts of one kind of object. */
export interface ObjectCounts {
  readonly read: number;
  readonly stored: number;
  readonly unchanged: number;
  readonly skipped: number;
}

/** What an import reported. */
export interface ImportReport {
  readonly lines: readonly ReportLine[];
  readonly summary: Readonly<Record<string, ObjectCounts>>;
}

/** Imports with the command and reads the report; every line and sum must be well formed. */
export async function importInto(system: System, path: string, source = 'haven', limitMilliseconds?: number): Promise<ImportReport> {
  const directory = await mkdtemp(join(tmpdir(), 'haven-report-'));
  try {
    const file = join(directory, 'report.jsonl');
    const options = { env: { HAVEN_DATA: system.dataDirectory }, ...(limitMilliseconds && { limitMilliseconds }) };
    await haven(['import', path, '--source', source, '--report', file], options).catch(() => undefined);
    return wellFormed(await readFile(file, 'utf8'));
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

function wellFormed(text: string): ImportReport {
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as ReportLine | { summary: ImportReport['summary'] });
  const last = lines.pop() as { summary: ImportReport['summary'] };
  for (const line of lines as ReportLine[]) expectLine(line);
  for (const { read, stored, unchanged, skipped } of Object.values(last.summary)) expect(stored + unchanged + skipped).toBe(read);
  return { lines: lines as ReportLine[], summary: last.summary };
}

function expectLine(line: ReportLine): void {
  const formed =
    Object.keys(line).sort().join() === 'action,code,field,file,id,message,object,row' &&
    /^[A-Z][A-Z0-9_]+$/.test(line.code) &&
    line.message.length > 10 &&
    ['kept', 'repaired', 'skipped'].includes(line.action);
  if (!formed) throw new Error(`Not a report line: ${JSON.stringify(line)}`);
}

/** Counts of one kind of object, zeros if none was read. */
export const countsOf = (report: ImportReport, object: string): ObjectCounts =>
  report.summary[object] ?? { read: 0, stored: 0, unchanged: 0, skipped: 0 };

/** How many objects of all kinds were stored. */
export const storedIn = (report: ImportReport): number => Object.values(report.summary).reduce((sum, counts) => sum + counts.stored, 0);

/** Codes of the lines, each once. */
export const codesOf = (report: ImportReport): string[] => [...new Set(report.lines.map((line) => line.code))].sort();
