import type { HsdsRecord, ObjectName } from '../hsds/record.js';
import type { RecordKey } from '../hsds/relation.js';
import { textOf } from '../reading/json-record.js';
import { nameOfAddress } from '../sources/address-name.js';
import type { RawItem } from './read-item.js';

/** An organization, service or address of a directory, or an object that it refers to. */
export interface SampledObject extends RecordKey {
  readonly name: string | null;
}

const named: ReadonlySet<ObjectName> = new Set(['organization', 'service']);
const sampled: ReadonlySet<ObjectName> = new Set([...named, 'address']);
const largest = 2000;

/** Some organizations, services and addresses; if a directory has none of the first two, some objects that it refers to. */
export async function sampleOf(items: (only?: ReadonlySet<ObjectName>) => AsyncIterable<RawItem>): Promise<readonly SampledObject[]> {
  const found = { named: [] as SampledObject[], addresses: [] as SampledObject[] };
  for await (const record of recordsOf(items(sampled))) {
    if (named.has(record.object)) found.named.push(asNamed(record));
    else if (record.object === 'address' && found.addresses.length < largest) found.addresses.push(...asAddress(record));
    if (found.named.length >= largest) break;
  }
  return found.named.length > 0 ? [...found.named, ...found.addresses] : referredTo(items());
}

const asNamed = ({ object, id, properties }: HsdsRecord): SampledObject => ({ object, id, name: textOf(properties, 'name') });

const namedBy = ({ links, references }: HsdsRecord): readonly SampledObject[] => [
  ...links.map((link) => ({ object: link.parentObject, id: link.parentId, name: null })),
  ...references.filter(({ object }) => object !== 'taxonomy_term').map(({ object, id }) => ({ object, id, name: null })),
];

/** What is only partly published says nothing certain about the address. */
function asAddress(record: HsdsRecord): readonly SampledObject[] {
  const name = nameOfAddress(record);
  return name === null ? [] : [{ object: 'address', id: record.id, name }];
}

async function referredTo(items: AsyncIterable<RawItem>): Promise<readonly SampledObject[]> {
  const found: SampledObject[] = [];
  for await (const record of recordsOf(items)) {
    found.push(...namedBy(record));
    if (found.length >= largest) break;
  }
  return found.slice(0, largest);
}

async function* recordsOf(items: AsyncIterable<RawItem>): AsyncGenerator<HsdsRecord> {
  for await (const item of items) if (item.kind === 'raw') for (const { record } of item.flat.records) yield record;
}
