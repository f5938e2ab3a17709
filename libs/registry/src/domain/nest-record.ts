import { declarationOf } from './hsds/objects.js';
import type { HsdsRecord } from './hsds/record.js';
import { type Relation, type RecordKey, childKeyOf, keyText, parentOf } from './relation.js';

/** Properties that point back up: followed, they would nest the directory in itself. */
const backwards: ReadonlySet<string> = new Set(['organization.services', 'service_at_location.service']);

/** Whether a nesting leads back to what holds it. */
export const leadsBack = (relation: Relation): boolean => backwards.has(`${relation.parentObject}.${relation.property}`);

/** Flat records with their nestings, ready to be nested. */
export interface RecordGraph {
  readonly records: ReadonlyMap<string, HsdsRecord>;
  readonly children: ReadonlyMap<string, readonly Relation[]>;
}

/** Indexes records and nestings by key; siblings in order. */
export function graphOf(records: readonly HsdsRecord[], relations: readonly Relation[]): RecordGraph {
  const children = new Map<string, Relation[]>();
  for (const relation of [...relations].sort(inOrder)) {
    const key = keyText(parentOf(relation));
    children.set(key, [...(children.get(key) ?? []), relation]);
  }
  return { records: new Map(records.map((record) => [keyText(record), record])), children };
}

const inOrder = (a: Relation, b: Relation): number => a.position - b.position || (a.childId < b.childId ? -1 : 1);

/** The nested HSDS record of `key`; null when it is not in the graph. */
export function nested(graph: RecordGraph, key: RecordKey, path: readonly string[] = []): Record<string, unknown> | null {
  const text = keyText(key);
  const record = graph.records.get(text);
  if (!record || path.includes(text)) return null;
  const result: Record<string, unknown> = { id: record.id, ...record.properties };
  const declared = declarationOf(record.object).nested;
  for (const relation of graph.children.get(text) ?? []) {
    const child = leadsBack(relation) ? null : nested(graph, childKeyOf(relation), [...path, text]);
    if (child === null) continue;
    if (declared.get(relation.property)?.many === false) result[relation.property] = child;
    else result[relation.property] = [...((result[relation.property] as unknown[] | undefined) ?? []), child];
  }
  return result;
}
