import { declarations } from './objects.js';
import type { JsonValue, ObjectName } from './record.js';

/** The columns in which a record names its owner, and the owner's list that contains it. */
interface OwnerColumns {
  readonly id: string;
  readonly kind: string;
  readonly property: string;
}

/** Attributes and metadata name their owner by kind and id, since it can be any object. */
export const ownerColumns: { readonly [name in ObjectName]?: OwnerColumns } = {
  attribute: { id: 'link_id', kind: 'link_entity', property: 'attributes' },
  metadata: { id: 'resource_id', kind: 'resource_type', property: 'metadata' },
};

const lettersOf = (text: string): string => text.toLowerCase().replaceAll(/[^a-z]/g, '');

const kinds: ReadonlyMap<string, ObjectName> = new Map(
  [...declarations.values()].flatMap(({ object, file }) =>
    [object, file, `${object}s`].map((name): [string, ObjectName] => [lettersOf(name), object]),
  ),
);

/** The object that a publisher's word for an owner's kind means: `Location`, `locations`, `location.csv`; null if it means none. */
export function ownerKindOf(name: JsonValue | undefined): ObjectName | null {
  if (typeof name !== 'string') return null;
  const stem = name
    .trim()
    .replace(/^.*[/\\]/, '')
    .replace(/\.[a-z]+$/i, '');
  return kinds.get(lettersOf(stem)) ?? null;
}
