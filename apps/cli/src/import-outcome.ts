/** The fields of an import's report line that the terminal uses. */
interface ToldLine {
  readonly code: string;
  readonly message: string;
  readonly action: string;
  readonly object: string | null;
  readonly file: string;
}

/** Counts of an import, by object. */
export type ImportSummary = Readonly<
  Record<string, { readonly read: number; readonly stored: number; readonly unchanged: number; readonly skipped: number }>
>;

/** The terminal output of an import: how often each code occurred, and the line that best explains why nothing was read. */
export class ImportOutcome {
  private readonly codes = new Map<string, number>();
  private readonly chosen: string[] = [];
  private reason: ToldLine | null = null;

  note(told: unknown): void {
    const line = told as Partial<ToldLine>;
    if (!line.code || !line.action) return;
    if (isForAll(line.code) && line.message) this.chosen.push(line.message);
    const key = `${line.action} ${line.code}`;
    this.codes.set(key, (this.codes.get(key) ?? 0) + 1);
    if (this.reason === null || weightOf(line) > weightOf(this.reason)) this.reason = line as ToldLine;
  }

  /** One line for each code, with its count. */
  countedCodes(): string[] {
    return [...this.codes].sort().map(([code, count]) => `${String(count).padStart(8)}  ${code}`);
  }

  /** Why the source differs from the name, and whether the file seems to be cut off. */
  choices(): readonly string[] {
    return this.chosen;
  }

  /** Why the directory has nothing of it now, as one line; null: it has something. */
  failure(summary: ImportSummary, path: string): string | null {
    const { stored, unchanged } = totalOf(summary);
    if (stored + unchanged > 0) return null;
    const why = this.reason
      ? `${this.reason.file ? `${this.reason.file}: ` : ''}${this.reason.message} (${this.reason.code})`
      : nothingThere;
    return `Nothing was imported from ${path}. ${why}`;
  }
}

/** Lines about the file as a whole, which somebody has to read. */
const isForAll = (code: string): boolean => code.startsWith('SOURCE_') || code === 'MANY_MISSING';

const nothingThere = 'It contains no table of a directory: give a CSV or JSON file, or a folder or zip with such files.';

/** A problem of a whole file says more than a problem of one of its rows. */
const weightOf = ({ action, object }: Partial<ToldLine>): number => (action === 'skipped' ? (object ? 1 : 2) : 0);

/** How much was read, and what became of it. */
export const countedLine = (summary: ImportSummary, dryRun: boolean): string => {
  const { read, stored, unchanged, skipped } = totalOf(summary);
  return `${read} read: ${stored} ${dryRun ? 'would be stored' : 'stored'}, ${unchanged} unchanged, ${skipped} skipped.`;
};

function totalOf(summary: ImportSummary): ImportSummary[string] {
  const all = Object.values(summary);
  const sum = (name: 'read' | 'stored' | 'unchanged' | 'skipped'): number => all.reduce((total, counts) => total + counts[name], 0);
  return { read: sum('read'), stored: sum('stored'), unchanged: sum('unchanged'), skipped: sum('skipped') };
}
