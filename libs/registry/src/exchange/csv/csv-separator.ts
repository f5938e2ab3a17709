/** What may stand between two cells of a row. */
export type Separator = ',' | ';' | '\t' | '|';

/** The likeliest first: it decides where the header has none, or as many of one as of another. */
const separators: readonly Separator[] = [',', ';', '\t', '|'];

/** A CSV text from its header on, and how it separates cells. */
export interface SeparatedText {
  readonly separator: Separator;
  readonly chunks: AsyncIterable<string>;
}

const lineBreak = /\r\n|\r|\n/;
/** Spreadsheets may name the separator in a first line of its own. */
const namedSeparator = /^sep=([,;\t|])(?:\r\n|\r|\n)/i;

/** Finds the separator in the header: the first line that has content, or the first that separates any below a title. */
export async function separatedText(given: AsyncIterable<string>): Promise<SeparatedText> {
  const iterator = given[Symbol.asyncIterator]();
  let head = '';
  let ended = false;
  while (!ended && !hasWholeHeader(head)) {
    const next: IteratorResult<string> = await iterator.next();
    ended = next.done === true;
    if (!next.done) head += next.value;
  }
  const named = namedSeparator.exec(head);
  const text = named ? head.slice(named[0].length) : head;
  const separator = (named?.[1] as Separator | undefined) ?? separatorOf(headerIn(head.split(lineBreak)) ?? '');
  return { separator, chunks: resumed(text, iterator) };
}

async function* resumed(head: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  try {
    if (head) yield head;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

/** Lines that may stand above the header: what the list is, and of when. */
export const mostTitles = 10;

/** A line of separators alone is no header; one without any is a title where another follows that has some. */
function headerIn(lines: readonly string[]): string | undefined {
  const telling = lines.filter((line) => /[^\s,;|"]/.test(line)).slice(0, mostTitles + 1);
  return telling.find(isSeparated) ?? (telling.length > mostTitles ? telling[0] : undefined);
}

const isSeparated = (line: string): boolean => separators.some((separator) => cellsOf(line, separator) > 1);

/** The last line may still be cut, and a line break of two characters, too. */
const hasWholeHeader = (head: string): boolean => headerIn(head.split(lineBreak).slice(0, -1)) !== undefined && !head.endsWith('\r');

const separatorOf = (header: string): Separator =>
  separators.reduce((best, other) => (cellsOf(header, other) > cellsOf(header, best) ? other : best));

const cellsOf = (line: string, separator: Separator): number => line.replace(/"(?:[^"]|"")*"/g, '').split(separator).length;
