import { declarations } from './objects.js';
import type { JsonValue, ObjectName } from './record.js';

const lettersOf = (text: string): string => text.toLowerCase().replaceAll(/[^a-z]/g, '');

const kinds: ReadonlyMap<string, ObjectName> = new Map(
  [...declarations.values()].flatMap(({ object, file }) =>
    [object, file, `${object}s`].map((name): [string, ObjectName] => [lettersOf(name), object]),
  ),
);

/** The object that a publisher's name of an owner's kind means: `Location`, `locations`, `location.csv`; null when it is none. */
export function ownerKindOf(name: JsonValue | undefined): ObjectName | null {
  if (typeof name !== 'string') return null;
  const stem = name
    .trim()
    .replace(/^.*[/\\]/, '')
    .replace(/\.[a-z]+$/i, '');
  return kinds.get(lettersOf(stem)) ?? null;
}
