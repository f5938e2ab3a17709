import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
/** Compression gains nothing below one network packet. */
const leastBytes = 1_200;

/** Writes compressed copies of a file beside it, and returns their encodings. quickly: compresses less, for files that few people fetch. */
export async function compress(file, { quickly = false } = {}) {
  const content = await readFile(file);
  if (content.length < leastBytes) return [];
  if (quickly) {
    await writeFile(new URL(`${file}.gz`), await zip(content, { level: 4 }));
    return ['gzip'];
  }
  const params = { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  const [smallest, small] = await Promise.all([brotli(content, { params }), zip(content, { level: 9 })]);
  await Promise.all([writeFile(new URL(`${file}.br`), smallest), writeFile(new URL(`${file}.gz`), small)]);
  return ['br', 'gzip'];
}
