import { havenCode } from '../domain/haven-attributes.js';
import {
  isMarkElsewhere,
  leadingToPlaces,
  markOf,
  mayBeMark,
  meansConfidential,
  termMeaning,
  unknownOwnerOf,
} from '../domain/haven-marks.js';
import type { HsdsRecord, ObjectName } from '../domain/hsds/record.js';
import { validate } from '../domain/hsds/validate.js';
import { keyText } from '../domain/relation.js';
import { marksSaid } from '../domain/said-secrets.js';
import { type KnownTerms, secretTellers, tellsSecret } from '../domain/tells-secret.js';
import type { RawItem, ReadItem } from './read-item.js';
import { SeenRecords } from './seen-records.js';

/** Reads all once more: only files that may hold these objects, or say of theirs that they are secret. */
type Items = (only: ReadonlySet<ObjectName>, orSecret?: boolean) => AsyncIterable<RawItem>;
/** Key texts of what a mark of places stands on instead of a place. */
type Marked = Set<string>;

/** What says that a place is confidential, and what leads from such a mark to its places. */
export async function* toldAhead(items: Items): AsyncGenerator<ReadItem> {
  const marked: Marked = new Set();
  yield* secretsOf(() => items(secretTellers, true), marked);
  if ([...marked].some((key) => key.startsWith('organization:'))) yield* wayOf(items, 'service', marked);
  if (marked.size > 0) yield* wayOf(items, 'service_at_location', marked);
}

/**
 * The records that say which places are confidential. An attribute that only its term tells to be one may come before it: then
 * all is looked at once more, with the terms known.
 */
async function* secretsOf(items: () => AsyncIterable<RawItem>, marked: Marked): AsyncGenerator<ReadItem> {
  const terms = new Map<string, string>();
  const passedOver = new Set<string>();
  yield* tellersOf(items(), terms, marked, (record) => record.references.forEach(({ id }) => passedOver.add(id)));
  if ([...terms.keys()].some((id) => passedOver.has(id))) yield* tellersOf(items(), terms, marked, () => {});
}

async function* tellersOf(
  items: AsyncIterable<RawItem>,
  terms: Map<string, string>,
  marked: Marked,
  passOver: (attribute: HsdsRecord) => void,
): AsyncGenerator<ReadItem> {
  for await (const { records: tellers, item } of firstOf(items, secretTellers)) {
    const records = [...tellers, ...item.flat.records.flatMap(({ record }) => marksSaid(record))];
    for (const record of records) noteTerm(record, terms);
    for (const record of records) {
      markedBy(record, terms).forEach((key) => marked.add(key));
      if (tellsSecret(record, terms)) yield ahead(record, item);
      else if (record.object === 'attribute' && mayBeMark(record)) passOver(record);
    }
  }
}

function noteTerm(record: HsdsRecord, terms: Map<string, string>): void {
  const meaning = termMeaning(record);
  if (meaning !== null) terms.set(record.id, meaning);
}

/** What the mark stands on instead of a place, or may stand on. */
function markedBy(record: HsdsRecord, terms: KnownTerms): readonly string[] {
  if (!meansConfidential(record.properties.value)) return [];
  if (isMarkElsewhere(record, terms)) return ownersOf(record);
  const id = markOf(record, terms) === havenCode.visibility ? unknownOwnerOf(record) : null;
  return id === null ? [] : leadingToPlaces.map((object) => keyText({ object, id }));
}

const ownersOf = ({ links }: HsdsRecord): readonly string[] =>
  links.map(({ parentObject, parentId }) => keyText({ object: parentObject, id: parentId }));

/** The records of this kind that hang on what is marked; what hangs on those leads further. */
async function* wayOf(items: Items, object: ObjectName, marked: Marked): AsyncGenerator<ReadItem> {
  const wanted: ReadonlySet<ObjectName> = new Set([object]);
  for await (const { records, item } of firstOf(items(wanted), wanted)) {
    for (const record of records) {
      const keys = [keyText(record), ...ownersOf(record), ...record.references.map(keyText)];
      if (!keys.some((key) => marked.has(key))) continue;
      marked.add(keyText(record));
      yield ahead(record, item);
    }
  }
}

/** Of two with the same id the first counts. */
async function* firstOf(items: AsyncIterable<RawItem>, wanted: ReadonlySet<ObjectName>) {
  const seen = new SeenRecords();
  for await (const item of items) {
    if (item.kind !== 'raw') continue;
    const found = item.flat.records.filter(({ record }) => wanted.has(record.object)).map(({ record }) => validate(record).record);
    yield { item, records: found.filter((record) => seen.note(record) === 'new') };
  }
}

const ahead = (record: HsdsRecord, { file, row }: { readonly file: string; readonly row: number }): ReadItem => ({
  kind: 'record',
  record,
  reads: 0,
  file,
  row,
});
