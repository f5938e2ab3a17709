import type { HsdsRecord, ObjectName } from '../hsds/record.js';
import type { RecordKey } from '../hsds/relation.js';
import { textOf } from '../reading/json-record.js';
import type { RawItem } from './read-item.js';

/** An organization or service of a directory, or an object that it refers to. */
export interface SampledObject extends RecordKey {
  readonly name: string | null;
}

const named: ReadonlySet<ObjectName> = new Set(['organization', 'service']);
const largest = 2000;

/** Some organizations and services by name; if a directory has neither, some objects that it refers to. */
export async function sampleOf(items: (only?: ReadonlySet<ObjectName>) => AsyncIterable<RawItem>): Promise<readonly SampledObject[]> {
  const found = await firstOf(items(named), (record) => (named.has(record.object) ? [asNamed(record)] : []));
  return found.length > 0 ? found : firstOf(items(), namedBy);
}

const asNamed = ({ object, id, properties }: HsdsRecord): SampledObject => ({ object, id, name: textOf(properties, 'name') });

const namedBy = ({ links, references }: HsdsRecord): readonly SampledObject[] => [
  ...links.map((link) => ({ object: link.parentObject, id: link.parentId, name: null })),
  ...references.filter(({ object }) => object !== 'taxonomy_term').map(({ object, id }) => ({ object, id, name: null })),
];

async function firstOf(
  items: AsyncIterable<RawItem>,
  sampled: (record: HsdsRecord) => readonly SampledObject[],
): Promise<readonly SampledObject[]> {
  const found: SampledObject[] = [];
  for await (const item of items) {
    if (item.kind === 'raw') found.push(...item.flat.records.flatMap(({ record }) => sampled(record)));
    if (found.length >= largest) break;
  }
  return found.slice(0, largest);
}
