import { eachInTurns } from '@haven/kernel';
import { decodeText } from '../files/decode-text.js';
import type { InputFile } from '../files/input-file.js';
import { jsonDocuments, jsonLines } from './json-documents.js';
import { recordsOfDocument } from './json-records.js';
import { remark } from '../problem.js';
import type { ReadContext } from '../read-context.js';
import type { RawItem, ReadItem } from '../read-item.js';

const progressEvery = 500;

/** Reads HSDS JSON (one object, a list, an API page, the tabular style, or one object a line) and GeoJSON with a service in each point. */
export async function* readJson(file: InputFile, { limits, ordinals }: ReadContext): AsyncGenerator<RawItem> {
  let bytes = 0;
  const { encoding, chunks, problems: odd } = await decodeText(file, (count) => (bytes += count));
  yield* odd;
  if (!encoding) return;
  const documents = /\.(geo)?json$/i.test(file.path) ? jsonDocuments : jsonLines;
  const isNew = firstOfEach();
  let row = 0;
  for await (const document of eachInTurns(documents(chunks, limits))) {
    const { flat, problems } = recordsOfDocument(document, { file: file.path, row: ++row }, ordinals);
    yield* problems.filter(isNew);
    if (flat) yield { kind: 'raw', flat, file: file.path, row };
    if (row % progressEvery === 0) yield { kind: 'progress', file: file.path, bytes, totalBytes: file.bytes };
  }
  if (row === 0) yield remark('EMPTY_FILE', 'kept', { file: file.path });
}

const mostSaid = 1000;

/** Problems of a whole file, rather than of a document, are reported once. */
function firstOfEach(): (item: ReadItem) => boolean {
  const said = new Set<string>();
  return (item) => {
    if (item.kind !== 'problem' || item.line.row !== 0) return true;
    const key = `${item.line.code} ${item.line.field}`;
    return !said.has(key) && said.size < mostSaid && said.add(key).size > 0;
  };
}
