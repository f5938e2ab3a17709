import { declarationOf, type ForeignKey, type NestedProperty, type ObjectDeclaration } from './objects.js';
import { canonicalJson, idFromContent } from './record-id.js';
import type { HsdsRecord, JsonObject, JsonValue, Link, ObjectName, Reference } from './record.js';

/** Something odd that flattening met. `row` problems are for the caller to number. */
export interface FlattenProblem {
  readonly code: 'ID_MISSING' | 'ID_REPAIRED' | 'ID_UNUSABLE' | 'NESTED_NOT_AN_OBJECT' | 'CONTENTS_MERGED' | 'DUPLICATE_ID';
  readonly object: ObjectName;
  readonly id: string | null;
  readonly field: string | null;
}

/** A record of the document and how often it stood in it. */
export interface FlatRecord {
  readonly record: HsdsRecord;
  readonly reads: number;
}

/** A nested document taken apart. Parents come before their children. */
export interface Flattened {
  readonly records: readonly FlatRecord[];
  readonly problems: readonly FlattenProblem[];
}

interface Draft {
  object: ObjectName;
  id: string;
  properties: JsonObject;
  links: Link[];
  references: Reference[];
  reads: number;
}

interface Flattening {
  drafts: Map<string, Draft>;
  problems: FlattenProblem[];
}

const longestId = 512;

/** Whether the value is an object, not a list and not null. */
export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Takes a nested HSDS object apart. The same id in several places gives one record with several links. Two relations have
 * two forms in HSDS; one is kept: `organization.services` becomes `service.organization`, and
 * `service_at_location.service` becomes `service.service_at_locations`. So records never form a circle.
 */
export function flatten(object: ObjectName, document: JsonObject): Flattened {
  const state: Flattening = { drafts: new Map(), problems: [] };
  visit(state, object, document);
  const records = [...state.drafts.values()].map(({ reads, ...record }) => ({ record, reads }));
  return { records, problems: state.problems };
}

function visit(state: Flattening, object: ObjectName, given: JsonObject): Draft | null {
  const id = idOf(state, object, given);
  if (id === null) return null;
  const draft = startDraft(state, object, id, given);
  const declaration = declarationOf(object);
  for (const [name, value] of Object.entries(given)) {
    const nested = declaration.nested.get(name);
    if (nested && !isEmpty(value)) visitNested(state, draft, nested, value);
  }
  return draft;
}

/** Nested properties that are null or `[]` are kept as they are, so that they come back out. */
function isEmpty(value: JsonValue): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}

function idOf(state: Flattening, object: ObjectName, given: JsonObject): string | null {
  const raw = given.id;
  if (raw === undefined || raw === null || raw === '') {
    const { id: _, ...content } = given;
    const id = idFromContent(object, 'json', content);
    state.problems.push({ code: 'ID_MISSING', object, id, field: 'id' });
    return id;
  }
  const id = typeof raw === 'string' || typeof raw === 'number' ? String(raw).trim() : '';
  if (id === '' || id.length > longestId) {
    state.problems.push({ code: 'ID_UNUSABLE', object, id: null, field: 'id' });
    return null;
  }
  if (id !== raw) state.problems.push({ code: 'ID_REPAIRED', object, id, field: 'id' });
  return id;
}

function startDraft(state: Flattening, object: ObjectName, id: string, given: JsonObject): Draft {
  const fresh = ownPart(declarationOf(object), given);
  const key = `${object}\n${id}`;
  const known = state.drafts.get(key);
  if (!known) {
    const draft: Draft = { object, id, ...fresh, links: fresh.links, reads: 1 };
    state.drafts.set(key, draft);
    return draft;
  }
  merge(state, known, fresh);
  return known;
}

function merge(state: Flattening, known: Draft, fresh: OwnPart): void {
  const own = (name: string): JsonValue | undefined => (Object.hasOwn(known.properties, name) ? known.properties[name] : undefined);
  const clash = Object.entries(fresh.properties).find(([name, value]) => differs(own(name), value));
  if (clash) {
    state.problems.push({ code: 'DUPLICATE_ID', object: known.object, id: known.id, field: clash[0] });
    return;
  }
  const added = Object.entries(fresh.properties).filter(([name, value]) => isEmpty(own(name) ?? null) && !isEmpty(value));
  if (added.length > 0) state.problems.push({ code: 'CONTENTS_MERGED', object: known.object, id: known.id, field: added[0]![0] });
  added.forEach(([name, value]) => (known.properties[name] = value));
  fresh.links.forEach((link) => addLink(known, link));
  fresh.references.forEach((reference) => addReference(known, reference));
  known.reads += 1;
}

function differs(known: JsonValue | undefined, value: JsonValue): boolean {
  return known !== undefined && !isEmpty(known) && !isEmpty(value) && canonicalJson(known) !== canonicalJson(value);
}

interface OwnPart {
  properties: JsonObject;
  links: Link[];
  references: Reference[];
}

/** What the object says itself: its scalars, what we do not know, and its foreign keys. */
function ownPart(declaration: ObjectDeclaration, given: JsonObject): OwnPart {
  const part: OwnPart = { properties: {}, links: [], references: [] };
  const keys = new Map(declaration.foreignKeys.map((key) => [key.column, key]));
  for (const [name, value] of Object.entries(given)) {
    if (name === 'id' || (declaration.nested.has(name) && !isEmpty(value))) continue;
    const key = keys.get(name);
    if (key && isKeyValue(value)) addKey(part, key, String(value).trim());
    else part.properties[name] = value;
  }
  return part;
}

const isKeyValue = (value: JsonValue): value is string | number => typeof value === 'number' || (typeof value === 'string' && value !== '');

function addKey(part: OwnPart, key: ForeignKey, id: string): void {
  if (key.kind === 'link') part.links.push({ parentObject: key.object, parentId: id, property: key.property, position: 0 });
  else part.references.push({ property: key.property, object: key.object, id });
}

function visitNested(state: Flattening, parent: Draft, nested: NestedProperty, value: JsonValue): void {
  const children = Array.isArray(value) ? value : [value];
  children.forEach((child, position) => {
    if (!isJsonObject(child)) {
      state.problems.push({ code: 'NESTED_NOT_AN_OBJECT', object: parent.object, id: parent.id, field: nested.name });
      return;
    }
    const draft = visit(state, nested.object, child);
    if (draft) join(parent, nested, draft, position);
  });
}

function join(parent: Draft, nested: NestedProperty, child: Draft, position: number): void {
  if (parent.object === 'organization' && nested.name === 'services') {
    addReference(child, { property: 'organization', object: 'organization', id: parent.id });
  } else if (parent.object === 'service_at_location' && nested.name === 'service') {
    addLink(parent, { parentObject: 'service', parentId: child.id, property: 'service_at_locations', position: 0 });
  } else if (nested.many) {
    addLink(child, { parentObject: parent.object, parentId: parent.id, property: nested.name, position });
  } else {
    addReference(parent, { property: nested.name, object: nested.object, id: child.id });
  }
}

function addLink(draft: Draft, link: Link): void {
  const place = draft.links.findIndex((l) => sameParent(l, link));
  if (place < 0) draft.links.push(link);
  else if (link.position > draft.links[place]!.position) draft.links[place] = link;
}

const sameParent = (a: Link, b: Link): boolean =>
  a.parentObject === b.parentObject && a.parentId === b.parentId && a.property === b.property;

function addReference(draft: Draft, reference: Reference): void {
  if (!draft.references.some((known) => known.property === reference.property)) draft.references.push(reference);
}
