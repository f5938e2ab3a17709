import { declarationOf, type ForeignKey, type NestedProperty, type ObjectDeclaration } from './objects.js';
import { mayBeAtPlace, missingId, Ordinals, type Spot, topOf } from './missing-id.js';
import { canonicalJson } from '@haven/kernel';
import { ownerColumns, ownerKindOf } from './owner-kind.js';
import type { HsdsRecord, JsonObject, JsonValue, Link, ObjectName, Reference } from './record.js';
import { saysSecret } from './says-secret.js';

/** Something odd found while flattening. `skipped`: an object or value that gave no record. */
export interface FlattenProblem {
  readonly action: 'kept' | 'repaired' | 'skipped';
  readonly code:
    'ID_MISSING' | 'ID_REPAIRED' | 'ID_UNUSABLE' | 'NESTED_NOT_AN_OBJECT' | 'CONTENTS_MERGED' | 'DUPLICATE_ID' | 'UNKNOWN_LINK_ENTITY';
  readonly object: ObjectName;
  readonly id: string | null;
  readonly field: string | null;
}

/** A record of the document, and how often it occurred. */
export interface FlatRecord {
  readonly record: HsdsRecord;
  readonly reads: number;
}

/** A flattened document. Parents come before their children. */
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
 * Flattens a nested HSDS object. The same id in several places gives one record with several links. Two relations have two forms in HSDS,
 * of which one is kept: `organization.services` becomes `service.organization`, and `service_at_location.service` becomes
 * `service.service_at_locations`. So records never form a cycle. `spot`: position of the document, for its id if it has none; its ordinals
 * continue from document to document.
 */
export function flatten(object: ObjectName, document: JsonObject, spot: Spot = topOf(new Ordinals())): Flattened {
  const state: Flattening = { drafts: new Map(), problems: [] };
  visit(state, object, document, spot);
  const records = [...state.drafts.values()].map(({ reads, ...record }) => ({ record, reads }));
  return { records, problems: state.problems };
}

function visit(state: Flattening, object: ObjectName, given: JsonObject, spot: Spot): Draft | null {
  const id = idOf(state, object, given, spot);
  if (id === null) return null;
  const draft = startDraft(state, object, id, given);
  const declaration = declarationOf(object);
  const holder = mayBeAtPlace(object, given, spot.holder) ? 'place' : 'open';
  for (const [name, value] of Object.entries(given)) {
    const nested = declaration.nested.get(name);
    if (nested && holdsObjects(value)) visitNested(state, draft, nested, value, holder);
  }
  return draft;
}

/** A value without objects (null, `[]`, a text) is kept unchanged, so that an export restores it. */
function holdsObjects(value: JsonValue): boolean {
  return isJsonObject(value) || (Array.isArray(value) && value.some(isJsonObject));
}

function isEmpty(value: JsonValue): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}

function idOf(state: Flattening, object: ObjectName, given: JsonObject, spot: Spot): string | null {
  const raw = given.id;
  if (raw === undefined || raw === null || raw === '') {
    const { id: _, ...content } = given;
    const id = missingId(object, content, spot);
    state.problems.push({ action: 'repaired', code: 'ID_MISSING', object, id, field: 'id' });
    return id;
  }
  const id = typeof raw === 'string' || typeof raw === 'number' ? String(raw).trim() : '';
  if (id === '' || id.length > longestId) {
    state.problems.push({ action: 'skipped', code: 'ID_UNUSABLE', object, id: null, field: 'id' });
    return null;
  }
  if (id !== raw) state.problems.push({ action: 'repaired', code: 'ID_REPAIRED', object, id, field: 'id' });
  return id;
}

function startDraft(state: Flattening, object: ObjectName, id: string, given: JsonObject): Draft {
  const fresh = ownPart(state, declarationOf(object), id, given);
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
    state.problems.push({ action: 'skipped', code: 'DUPLICATE_ID', object: known.object, id: known.id, field: clash[0] });
    keepSecrecy(known, fresh);
    return;
  }
  const added = Object.entries(fresh.properties).filter(([name, value]) => isEmpty(own(name) ?? null) && !isEmpty(value));
  if (added.length > 0)
    state.problems.push({ action: 'repaired', code: 'CONTENTS_MERGED', object: known.object, id: known.id, field: added[0]![0] });
  added.forEach(([name, value]) => (known.properties[name] = value));
  fresh.links.forEach((link) => addLink(known, link));
  fresh.references.forEach((reference) => addReference(known, reference));
  known.reads += 1;
}

/** A clashing copy that says that it is secret has the same id as the kept one, so that counts. */
function keepSecrecy({ object, properties }: Draft, fresh: OwnPart): void {
  const isSecret = (name: string, given: JsonObject): boolean =>
    Object.hasOwn(given, name) && saysSecret(object, name, given[name]!) !== null;
  const more = Object.entries(fresh.properties).filter(([name]) => isSecret(name, fresh.properties) && !isSecret(name, properties));
  for (const [name, value] of more) properties[name] = value;
}

function differs(known: JsonValue | undefined, value: JsonValue): boolean {
  return known !== undefined && !isEmpty(known) && !isEmpty(value) && canonicalJson(known) !== canonicalJson(value);
}

interface OwnPart {
  properties: JsonObject;
  links: Link[];
  references: Reference[];
}

/** The object's own data: scalars, unknown properties, and foreign keys. */
function ownPart(state: Flattening, declaration: ObjectDeclaration, id: string, given: JsonObject): OwnPart {
  const part: OwnPart = { properties: {}, links: [], references: [] };
  for (const [name, value] of Object.entries(given)) {
    if (name === 'id') continue;
    if (declaration.nested.has(name)) {
      if (holdsObjects(value)) continue;
      if (!isEmpty(value))
        state.problems.push({ action: 'kept', code: 'NESTED_NOT_AN_OBJECT', object: declaration.object, id, field: name });
    }
    const key = declaration.foreignKeys.find(({ column }) => column === name);
    if (key && isKeyValue(value)) addKey(part, key, String(value).trim());
    else part.properties[name] = value;
  }
  const owner = ownerOf(declaration.object, part.properties);
  if (owner === 'unknown')
    state.problems.push({ action: 'kept', code: 'UNKNOWN_LINK_ENTITY', object: declaration.object, id, field: null });
  else if (owner) part.links.push(owner);
  return part;
}

function ownerOf(object: ObjectName, properties: JsonObject): Link | 'unknown' | null {
  const columns = ownerColumns[object];
  const id = columns ? (properties[columns.id] ?? null) : null;
  if (!columns || !isKeyValue(id)) return null;
  const kind = ownerKindOf(properties[columns.kind]);
  if (kind === null || !declarationOf(kind).nested.has(columns.property)) return 'unknown';
  return { parentObject: kind, parentId: String(id).trim(), property: columns.property, position: 0 };
}

const isKeyValue = (value: JsonValue): value is string | number => typeof value === 'number' || (typeof value === 'string' && value !== '');

function addKey(part: OwnPart, key: ForeignKey, id: string): void {
  if (key.kind === 'link') part.links.push({ parentObject: key.object, parentId: id, property: key.property, position: 0, isGiven: true });
  else part.references.push({ property: key.property, object: key.object, id, isGiven: true });
}

function visitNested(state: Flattening, parent: Draft, nested: NestedProperty, value: JsonValue, holder: Spot['holder']): void {
  const children = Array.isArray(value) ? value : [value];
  const spot = { holder, scope: [parent.object, parent.id, nested.name].join('\n'), ordinals: new Ordinals() };
  children.forEach((child, position) => {
    if (!isJsonObject(child)) {
      state.problems.push({ action: 'skipped', code: 'NESTED_NOT_AN_OBJECT', object: nested.object, id: null, field: nested.name });
      return;
    }
    const draft = visit(state, nested.object, child, spot);
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
  const known = draft.links[place];
  if (!known) draft.links.push(link);
  else
    draft.links[place] = { ...(link.position > known.position ? link : known), ...((link.isGiven || known.isGiven) && { isGiven: true }) };
}

const sameParent = (a: Link, b: Link): boolean =>
  a.parentObject === b.parentObject && a.parentId === b.parentId && a.property === b.property;

function addReference(draft: Draft, reference: Reference): void {
  const place = draft.references.findIndex((known) => known.property === reference.property);
  const known = draft.references[place];
  if (!known) draft.references.push(reference);
  else if (known.id === reference.id && reference.isGiven) draft.references[place] = reference;
}
