import { join } from 'node:path';
import { indexRecords, keyOfRecord, nest } from '../../hsds/nest.js';
import { declarationOf } from '../../hsds/objects.js';
import { objectNames, type HsdsRecord, type JsonObject, type ObjectName } from '../../hsds/record.js';
import { FileSink } from '../files/file-sink.js';
import { objectKey } from './json-records.js';
import { gather, type RecordKey, type RecordSource } from '../record-source.js';
import { SeenRecords } from '../seen-records.js';

/**
 * Services and organizations are the documents. Inside a service, its organization shows only its own properties, because
 * organizations.json has all of it. Everything else follows, parents first, each object in a separate file.
 */
const documents: readonly ObjectName[] = ['service', 'organization'];
const parentsFirst: readonly ObjectName[] = [
  'service_at_location',
  'location',
  'program',
  'contact',
  'phone',
  'service_capacity',
  'attribute',
  'taxonomy_term',
];
const batchSize = 100;

/** A list, or one document a line. */
export type JsonFormat = 'json' | 'ndjson';

const objectsInOrder: readonly ObjectName[] = [...new Set([...documents, ...parentsFirst, ...objectNames])];

/** Writes nested HSDS documents to a folder; returns the number in each file. */
export async function writeJson(source: RecordSource, path: string, format: JsonFormat): Promise<Record<string, number>> {
  const reached = new SeenRecords();
  const files: Record<string, number> = {};
  for (const object of objectsInOrder) {
    const name = `${declarationOf(object).file}.${format}`;
    const file = new DocumentFile(join(path, name), format);
    await writeObjects(source, object, file, reached);
    const count = await file.close();
    if (count > 0) files[name] = count;
  }
  return files;
}

/** Writes nested HSDS documents to one file, each with the name of its object; returns their number. */
export async function writeJsonFile(source: RecordSource, path: string, format: JsonFormat): Promise<number> {
  const reached = new SeenRecords();
  const file = new DocumentFile(path, format);
  await file.open();
  for (const object of objectsInOrder) {
    await writeObjects(source, object, { add: (document) => file.add({ [objectKey]: object, ...document }) }, reached);
  }
  return file.close();
}

type Documents = Pick<DocumentFile, 'add'>;

async function writeObjects(source: RecordSource, object: ObjectName, file: Documents, reached: SeenRecords): Promise<void> {
  let batch: HsdsRecord[] = [];
  for await (const record of source.records(object)) {
    if (!documents.includes(object) && reached.has(record.object, record.id)) continue;
    batch.push(record);
    if (batch.length === batchSize) {
      await writeBatch(source, batch, file, reached);
      batch = [];
    }
  }
  await writeBatch(source, batch, file, reached);
}

async function writeBatch(source: RecordSource, batch: readonly HsdsRecord[], file: Documents, reached: SeenRecords): Promise<void> {
  const flat: ObjectName[] = batch[0]?.object === 'organization' ? [] : ['organization'];
  const shown = await gather(source, batch, flat);
  const index = indexRecords(shown);
  const missing = await missingParents(source, shown);
  for (const record of batch) await file.add(nest(record, index, { flat, missing, onRecord: (one) => reached.note(one) }));
}

/** Parents that records refer to and that do not exist. */
async function missingParents(source: RecordSource, records: readonly HsdsRecord[]): Promise<ReadonlySet<string>> {
  const here = new Set(records.map(({ object, id }) => keyOfRecord(object, id)));
  const named = records.flatMap(({ links }) => links.map((link): RecordKey => ({ object: link.parentObject, id: link.parentId })));
  const unknown = new Map(
    named.map((key): [string, RecordKey] => [keyOfRecord(key.object, key.id), key]).filter(([key]) => !here.has(key)),
  );
  if (unknown.size > 0) for (const { object, id } of await source.find([...unknown.values()])) unknown.delete(keyOfRecord(object, id));
  return new Set(unknown.keys());
}

/** A JSON list, or one document on each line. The file of an object is created when its first record comes. */
class DocumentFile {
  private sink: FileSink | null = null;
  private count = 0;

  constructor(
    private readonly path: string,
    private readonly format: JsonFormat,
  ) {}

  async add(document: JsonObject): Promise<void> {
    const sink = await this.open();
    const before = this.format === 'json' && this.count > 0 ? ',\n' : '';
    await sink.write(`${before}${JSON.stringify(document)}${this.format === 'ndjson' ? '\n' : ''}`);
    this.count += 1;
  }

  async open(): Promise<FileSink> {
    if (this.sink) return this.sink;
    this.sink = new FileSink(this.path);
    if (this.format === 'json') await this.sink.write('[\n');
    return this.sink;
  }

  async close(): Promise<number> {
    if (this.sink && this.format === 'json') await this.sink.write(this.count > 0 ? '\n]\n' : ']\n');
    await this.sink?.close();
    return this.count;
  }
}
