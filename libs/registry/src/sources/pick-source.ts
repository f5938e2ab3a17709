import { type Choice, chooseSource, type Known } from './choose-source.js';
import { uniqueKeys } from '../hsds/relation.js';
import { type ImportLine, loadCodes } from '../report/import-report.js';
import type { Registry } from '../ports.js';

/** A directory to import. */
export interface Unnamed {
  /** The source that the caller names; null if none. */
  readonly given: string | null;
  readonly name: string;
  readonly path: string;
  readonly sample: readonly Known[];
}

/** The source of a directory, and the report lines that explain the choice. */
export async function pickSource(
  registry: Registry,
  { given, name, path, sample }: Unnamed,
): Promise<{ readonly source: string; readonly lines: readonly ImportLine[] }> {
  const choice = await registry.transaction(async (tx) => {
    const known = await tx.sources.all();
    return chooseSource({
      given,
      ownName: name,
      sample,
      stored: await tx.sources.having(uniqueKeys(sample.map(({ object, id }) => ({ object, id })))),
      sources: known.map((one) => one.name),
      readHere: known.filter((one) => one.path === path).map((one) => one.name),
    });
  });
  return { source: choice.source, lines: choice.remark === null ? [] : [lineOf(choice, name, choice.remark)] };
}

const lineOf = ({ source }: Choice, name: string, code: NonNullable<Choice['remark']>): ImportLine => ({
  file: '',
  row: null,
  object: null,
  id: null,
  field: null,
  code,
  message: `${loadCodes[code]} (source: ${source}; own name: ${name})`,
  action: 'kept',
});
