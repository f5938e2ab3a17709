/** A line of an import's report, as far as the terminal looks at it. */
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

/** What the terminal shows of an import: how often each code came, and the line that says best why nothing was read. */
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

  /** Why the source is another one than the name says, and whether the file seems to be cut off. */
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

/** About the file as a whole, so that somebody has to read it. */
const isForAll = (code: string): boolean => code.startsWith('SOURCE_') || code === 'MANY_MISSING';

const nothingThere = 'There is no table of a directory in it: give a CSV or JSON file, or a folder or zip with such files.';

/** What happened to a whole file says more than what happened to one of its rows. */
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
