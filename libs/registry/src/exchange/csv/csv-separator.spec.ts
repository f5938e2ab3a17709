import { describe, expect, it } from '@jest/globals';
import { separatedText } from './csv-separator.js';

async function* inPieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function separated(text: string, size: number): Promise<[string, string]> {
  const { separator, chunks } = await separatedText(inPieces(text, size));
  let rest = '';
  for await (const chunk of chunks) rest += chunk;
  return [separator, rest];
}

describe('separatedText', () => {
  it.each([
    ['commas', 'id,name\n1,a;b;c;d\n', ',', 'id,name\n1,a;b;c;d\n'],
    ['semicolons', 'id;name;"a, b, c, d"\n', ';', 'id;name;"a, b, c, d"\n'],
    ['tabs', 'id\tname\r1\tx, y, z\r', '\t', 'id\tname\r1\tx, y, z\r'],
    ['bars', 'id|name\n', '|', 'id|name\n'],
    ['a first line that names it', 'sep=;\r\nid;name\r\n', ';', 'id;name\r\n'],
    ['rows of separators before the header', ',,\n;;;;\nid,name,note\n', ',', ',,\n;;;;\nid,name,note\n'],
    ['one column', 'id\n1\n', ',', 'id\n1\n'],
    ['no line break', 'id;name', ';', 'id;name'],
    ['nothing', '', ',', ''],
  ] as const)('%s', async (_name, text, separator, rest) => {
    for (const size of [1, 2, 1000]) expect(await separated(text, size)).toEqual([separator, rest]);
  });
});
