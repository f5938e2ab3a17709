import type { DeclaredScalar, Declarations } from './hsds-fields.js';

/** A JSON object of a directory. */
export type Json = { readonly [key: string]: unknown };

/** How to fill an object: `told` is part of every text, `number` of every number, date and time. */
export interface Filling {
  readonly declarations: Declarations;
  readonly told: string;
  /** 0 to 8. */
  readonly number: number;
  /** Values that are the same in every filling, by object. */
  readonly fixed: { readonly [object: string]: Json };
  /** Objects that are one and the same everywhere. */
  readonly shared: { readonly [object: string]: Json };
}

/** An object with every field of HSDS, and one of each nested object with the same, to the last level. */
export function everyField(filling: Filling, object: string, id: string, without: readonly string[] = []): Json {
  if (filling.shared[object]) return filling.shared[object];
  const { scalars, nested } = filling.declarations.get(object)!;
  const own = [...scalars.values()].map((scalar) => [scalar.name, valueOf(filling, object, scalar)]);
  const below = [...nested]
    .filter(([name]) => !without.includes(name))
    .map(([name, { object: child, many }]) => {
      const value = { ...everyField(filling, child, `${id}.${name}`), ...namedOwner(child, object, id) };
      return [name, many ? [value] : value];
    });
  return { id, ...Object.fromEntries([...own, ...below]), ...filling.fixed[object] };
}

/** The fields by which a record names its owner. */
function namedOwner(object: string, owner: string, id: string): Json {
  if (object === 'attribute') return { link_id: id, link_entity: owner, link_type: 'thing' };
  return object === 'metadata' ? { resource_id: id, resource_type: owner } : {};
}

function valueOf({ told, number }: Filling, object: string, { name, type, values }: DeclaredScalar): string | number {
  if (values) return values[number % values.length]!;
  const text = {
    string: `${name} of ${object}: ${told}`,
    date: `2020-01-1${number}`,
    datetime: `2020-01-1${number}T10:00:00Z`,
    time: `0${number}:00`,
    email: `${told.replace(/\W+/g, '.')}@example.org`,
    uri: `https://example.org/${name}/${told.replace(/\W+/g, '-')}`,
  };
  return type === 'number' ? number : text[type];
}
