import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { jsonDocuments, jsonLines, type JsonDocument } from './json-documents.js';
import { defaultLimits } from '../files/limits.js';

async function* inPieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

type Split = typeof jsonDocuments;

async function split(text: string, size = 3, how: Split = jsonDocuments, limits = defaultLimits): Promise<JsonDocument[]> {
  const found: JsonDocument[] = [];
  for await (const document of how(inPieces(text, size), limits)) found.push(document);
  return found;
}

const shown = (documents: JsonDocument[]): unknown[] =>
  documents.map(({ text, fault, list }) => fault ?? (list ? [list, text.trim()] : text.trim()));

describe('jsonDocuments', () => {
  it.each([
    ['one', '{"a":[1,{"b":"]}"}]}', ['{"a":[1,{"b":"]}"}]}']],
    ['list', ' [ {"a":1} , {"b":[]} ] ', ['{"a":1}', '{"b":[]}']],
    ['empty list', '[]', []],
    ['nothing', '  \n', []],
    ['one after another', '{"a":1}\n{"b":2}{"c":3}', ['{"a":1}', '{"b":2}', '{"c":3}']],
    [
      'page',
      '{"total_items":2,"contents":[{"a":1},{"b":2}],"empty":false}',
      [
        ['contents', '{"a":1}'],
        ['contents', '{"b":2}'],
      ],
    ],
    [
      'tabular',
      '{"a.csv":[{"a":1}],"b.csv":[],"c.csv":[{"c":"x]"}]}',
      [
        ['a.csv', '{"a":1}'],
        ['c.csv', '{"c":"x]"}'],
      ],
    ],
    ['contents of a service', '{"id":"1","contents":[{"a":1}]}', ['{"id":"1","contents":[{"a":1}]}']],
    ['escapes', '[{"a":"\\"}{\\\\"},{"b":1}]', ['{"a":"\\"}{\\\\"}', '{"b":1}']],
    ['no objects', '[1,"x,]",null,{"a":1}]', ['1', '"x,]"', 'null', '{"a":1}']],
    ['wrong bracket', '[{"a":1},{"b":]},{"c":1}]', ['{"a":1}', 'JSON_BROKEN']],
    ['cut off', '[{"a":1},{"b":', ['{"a":1}', 'JSON_BROKEN']],
    ['garbage', 'hello', ['hello']],
    ['garbage before', 'x {"a":1}', ['JSON_BROKEN']],
  ] as [string, string, unknown[]][])('%s', async (_name, text, expected) => {
    for (const size of [1, 2, 3, 7, 1000]) expect(shown(await split(text, size))).toEqual(expected);
  });

  it('skips what is too deep or too large, and reads on', async () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    expect(shown(await split(`[{"x":${deep}},{"a":1}]`, 9999))).toEqual(['JSON_TOO_DEEP', '{"a":1}']);
    expect(shown(await split(`[{"x":"${'y'.repeat(100)}"},{"a":1}]`, 9, jsonDocuments, { ...defaultLimits, documentChars: 50 }))).toEqual([
      'JSON_TOO_LARGE',
      '{"a":1}',
    ]);
    expect(shown(await split('{"a":'.repeat(100_000), 9999))).toEqual(['JSON_TOO_DEEP']);
  });

  it('returns every list of objects, wherever the text is cut', async () => {
    const items = fc.array(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 })), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(items, fc.integer({ min: 1, max: 40 }), async (list, size) => {
        const documents = await split(JSON.stringify(list), size);
        expect(documents.map(({ text }) => JSON.parse(text) as unknown)).toEqual(JSON.parse(JSON.stringify(list)));
      }),
    );
  });
});

describe('jsonLines', () => {
  it('skips only a broken line', async () => {
    expect(shown(await split('{"a":1}\n{"b":\n\n{"c":3}', 4, jsonLines))).toEqual(['{"a":1}', '{"b":', '{"c":3}']);
  });

  it('skips a line that is too deep or too large', async () => {
    const deep = `{"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect(shown(await split(`${deep}\n{"a":1}`, 5000, jsonLines))).toEqual(['JSON_TOO_DEEP', '{"a":1}']);
    const limits = { ...defaultLimits, documentChars: 50 };
    expect(shown(await split(`"${'y'.repeat(100)}"\n{"a":1}\n`, 9, jsonLines, limits))).toEqual(['JSON_TOO_LARGE', '{"a":1}']);
  });
});
