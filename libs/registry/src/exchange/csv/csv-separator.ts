/** Characters that can separate the cells of a row. */
export type Separator = ',' | ';' | '\t' | '|';

/** The likeliest first: it wins if the header has none, or equally many of two. */
const separators: readonly Separator[] = [',', ';', '\t', '|'];

/** A CSV text from its header on, and its separator. */
export interface SeparatedText {
  readonly separator: Separator;
  readonly chunks: AsyncIterable<string>;
}

const lineBreak = /\r\n|\r|\n/;
/** Spreadsheets may name the separator in a line before the header. */
const namedSeparator = /^sep=([,;\t|])(?:\r\n|\r|\n)/i;

/** Finds the separator in the header: the first line with content; if it is a title, the first line below with separators. */
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

/** Titles above the header say what the list is, and its date. */
export const mostTitles = 10;

/** Lines with separators only are skipped. A line without separators is a title if a later line has some. */
function headerIn(lines: readonly string[]): string | undefined {
  const telling = lines.filter((line) => /[^\s,;|"]/.test(line)).slice(0, mostTitles + 1);
  return telling.find(isSeparated) ?? (telling.length > mostTitles ? telling[0] : undefined);
}

const isSeparated = (line: string): boolean => separators.some((separator) => cellsOf(line, separator) > 1);

/** The last line may be incomplete, and so may a line break of two characters. */
const hasWholeHeader = (head: string): boolean => headerIn(head.split(lineBreak).slice(0, -1)) !== undefined && !head.endsWith('\r');

const separatorOf = (header: string): Separator =>
  separators.reduce((best, other) => (cellsOf(header, other) > cellsOf(header, best) ? other : best));

const cellsOf = (line: string, separator: Separator): number => line.replace(/"(?:[^"]|"")*"/g, '').split(separator).length;
