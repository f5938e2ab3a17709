import { declarations } from '../domain/hsds/objects.js';
import type { JsonObject, ObjectName } from '../domain/hsds/record.js';
import type { ObjectHint } from './file-kind.js';

/** Documents that publishers serve, the likeliest first: it decides where the properties fit several. */
const likeliest: readonly ObjectName[] = ['service', 'organization', 'location', 'service_at_location', 'taxonomy_term', 'taxonomy'];

/**
 * Which HSDS object a document is, by the properties that it has. A sure `hint`,
 * from the name of the file or list, is believed; another one decides where the properties fit it as well as any other. Null when less than half of them belong to any object.
 */
export function recogniseObject(document: JsonObject, hint: ObjectHint | null): ObjectName | null {
  const names = Object.keys(document).filter((name) => name !== 'id');
  const fits = (object: ObjectName): number => names.filter((name) => knows(object, name)).length;
  const best = Math.max(...[...declarations.keys()].map(fits));
  if (hint?.sure && ('id' in document || fits(hint.object) > 0)) return hint.object;
  if (hint && best > 0 && fits(hint.object) === best) return hint.object;
  const enough = best > 0 && best * 2 >= names.length && ('id' in document || best > 1);
  if (!enough) return null;
  const candidates = [...declarations.keys()].filter((object) => fits(object) === best);
  return likeliest.find((object) => candidates.includes(object)) ?? candidates[0]!;
}

function knows(object: ObjectName, name: string): boolean {
  const { scalars, nested, foreignKeys } = declarations.get(object)!;
  return scalars.has(name) || nested.has(name) || foreignKeys.some((key) => key.column === name);
}
