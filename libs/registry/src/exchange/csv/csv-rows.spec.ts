import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvRows, type CsvForm, type CsvRow } from './csv-rows.js';
import { defaultLimits } from '../files/limits.js';

async function* inPieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function rows(text: string, size = 1000, limits = defaultLimits, form?: CsvForm): Promise<CsvRow[]> {
  const found: CsvRow[] = [];
  for await (const row of csvRows(inPieces(text, size), limits, form)) found.push(row);
  return found;
}

const shown = (found: CsvRow[]): unknown[] => found.map((row) => ('broken' in row ? row.broken : row.cells));

describe('csvRows', () => {
  it.each([
    [
      'plain',
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'no last line break',
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'CRLF and quotes',
      'a,"b ""x"""\r\n1,"2\r\n3"\r\n',
      [
        ['a', 'b "x"'],
        ['1', '2\r\n3'],
      ],
    ],
    ['blank lines', 'a\n\n\n1\n\n', [['a'], ['1']]],
    [
      'empty cells',
      'a,b\n,x\n',
      [
        ['a', 'b'],
        ['', 'x'],
      ],
    ],
    [
      'rows of separators',
      'a,b\n,\n , \u00a0,\n"",""\n1,2\n,,',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'one broken quote among rows that end with CR',
      'a,b\r1,x\r2,"y\r3,z\r4,w\r',
      [['a', 'b'], ['1', 'x'], 'CSV_BROKEN_QUOTES', ['3', 'z'], ['4', 'w']],
    ],
    [
      'a missing quote that a later quote closes',
      'a,b,c\n1,"x,y\n2,x,y\n3,"x",y\n4,x,y\n',
      [['a', 'b', 'c'], 'CSV_BROKEN_QUOTES', ['2', 'x', 'y'], ['3', 'x', 'y'], ['4', 'x', 'y']],
    ],
    [
      'a missing quote whose row ends as the header says',
      'a,b,c\n1,x,"y\n2,x,y\n3,x,y"\n4,x,y\n',
      [['a', 'b', 'c'], 'CSV_BROKEN_QUOTES', ['2', 'x', 'y'], ['3', 'x', 'y"'], ['4', 'x', 'y']],
    ],
    [
      'lines of text in a cell',
      'a,b,c\n1,"Come, with your papers.\nOr without, too.",y\n',
      [
        ['a', 'b', 'c'],
        ['1', 'Come, with your papers.\nOr without, too.', 'y'],
      ],
    ],
    [
      'stray quote in a cell',
      'a,b\n1,5" pipe\n2,z',
      [
        ['a', 'b'],
        ['1', '5" pipe'],
        ['2', 'z'],
      ],
    ],
    ['text behind a closing quote', 'a,b\n1,"x"y\n2,z\n', [['a', 'b'], 'CSV_BROKEN_QUOTES', ['2', 'z']]],
    ['missing closing quote', 'a,b\n1,"x\n2,y\n3,z\n', [['a', 'b'], 'CSV_BROKEN_QUOTES', ['2', 'y'], ['3', 'z']]],
    ['missing closing quote before another quote', 'a,b\n1,"x\n2,"y"\n3,z\n', [['a', 'b'], 'CSV_BROKEN_QUOTES', ['2', 'y'], ['3', 'z']]],
  ] as [string, string, unknown[]][])('%s', async (_name, text, expected) => {
    for (const size of [1, 2, 3, 1000]) expect(shown(await rows(text, size))).toEqual(expected);
  });

  it('skips a row that is too large, and reads on', async () => {
    const limits = { ...defaultLimits, rowChars: 50 };
    const long = 'x'.repeat(500);
    expect(shown(await rows(`a,b\n1,${long}\n2,y\n`, 7, limits))).toEqual([['a', 'b'], 'CSV_ROW_TOO_LARGE', ['2', 'y']]);
    const open = await rows(`a,b\n1,"x\n${'2,y\n'.repeat(50)}`, 7, limits);
    expect(shown(open).slice(0, 3)).toEqual([['a', 'b'], 'CSV_BROKEN_QUOTES', ['2', 'y']]);
    expect(open).toHaveLength(52);
  });

  it('separates cells as the form says', async () => {
    const text = 'a;b\n1;"x;y, z"\n2;5,2\n;\n';
    const form: CsvForm = { separator: ';', exact: false };
    for (const size of [1, 1000])
      expect(shown(await rows(text, size, defaultLimits, form))).toEqual([
        ['a', 'b'],
        ['1', 'x;y, z'],
        ['2', '5,2'],
      ]);
  });

  it('trusts the quotes of an exact form', async () => {
    const text = 'a,b,c\n1,"x\n2,x,y\nz",y\n';
    expect(shown(await rows(text, 1000, defaultLimits, { separator: ',', exact: true }))[1]).toEqual(['1', 'x\n2,x,y\nz', 'y']);
    expect(shown(await rows(text))[1]).toBe('CSV_BROKEN_QUOTES');
  });

  it('reads what csv-parse reads, wherever the text is cut', async () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('a,b', 'x"y', 'one\ntwo', '', ' "', '\r\n'));
    const table = fc.array(fc.tuple(fc.constant('id'), cell, cell), { minLength: 1, maxLength: 5 });
    const line = (cells: string[]): string => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(',');
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 30 }), async (given, size) => {
        const text = given.map(line).join('\r\n');
        expect(shown(await rows(text, size, defaultLimits, { separator: ',', exact: true }))).toEqual(
          parse(text, { record_delimiter: ['\r\n', '\n'] }),
        );
      }),
    );
  });
});
