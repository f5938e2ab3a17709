import { declarations } from '../../hsds/objects.js';
import type { JsonObject, ObjectName } from '../../hsds/record.js';
import type { ObjectHint } from '../files/file-kind.js';

/** Documents that publishers serve, the likeliest first: it wins if the properties fit several. */
const likeliest: readonly ObjectName[] = ['service', 'organization', 'location', 'service_at_location', 'taxonomy_term', 'taxonomy'];

/**
 * The HSDS object of a document, by its properties. A certain `hint`, from the name of the file or list, is trusted. Another hint decides
 * if the properties fit it as well as any other object. Null if less than half of the properties belong to any object, or if the document
 * has no id and only properties that any JSON may have.
 */
export function recogniseObject(document: JsonObject, hint: ObjectHint | null): ObjectName | null {
  const names = Object.keys(document).filter((name) => name !== 'id');
  if (hint?.sure && ('id' in document || fitting(hint.object, names) > 0)) return hint.object;
  const shape = `${hint?.object} ${'id' in document} ${names.join('\n')}`;
  const known = shapes.get(shape);
  if (known !== undefined) return known;
  const object = byProperties(names, 'id' in document, hint);
  if (shapes.size < mostShapes) shapes.set(shape, object);
  return object;
}

/** A cache: most documents of a directory have one of a few sets of properties. */
const shapes = new Map<string, ObjectName | null>();
const mostShapes = 1000;

function byProperties(names: readonly string[], hasId: boolean, hint: ObjectHint | null): ObjectName | null {
  const fits = new Map([...declarations.keys()].map((object) => [object, fitting(object, names)]));
  const best = Math.max(...fits.values());
  if (hint && best > 0 && fits.get(hint.object) === best) return hint.object;
  const enough = best > 0 && best * 2 >= names.length && (hasId || best > 1);
  if (!enough) return null;
  // The answer of a server, {"status":"error","description":"not found"}, is no service.
  if (!hasId && names.every((name) => ordinary.has(name) || !isOfHsds(name))) return null;
  const candidates = [...fits.keys()].filter((object) => fits.get(object) === best);
  return likeliest.find((object) => candidates.includes(object)) ?? candidates[0]!;
}

/** Properties of HSDS that any JSON may have. */
const ordinary: ReadonlySet<string> = new Set(
  'name title label description status code type value url uri email version language date note notes number position properties'.split(
    ' ',
  ),
);

const isOfHsds = (name: string): boolean => [...declarations.keys()].some((object) => knows(object, name));

function fitting(object: ObjectName, names: readonly string[]): number {
  return names.filter((name) => knows(object, name)).length;
}

function knows(object: ObjectName, name: string): boolean {
  const { scalars, nested, foreignKeys } = declarations.get(object)!;
  return scalars.has(name) || nested.has(name) || foreignKeys.some((key) => key.column === name);
}
