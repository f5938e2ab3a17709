import type { Fault } from '../mutations/product-copy.js';

/** A fault in code that protects confidential places, and the spec beside the code that must find it. */
export interface ConfidentialFault extends Omit<Fault, 'name'> {
  readonly spec: string;
}

const registry = (file: string): string => `libs/registry/src/${file}`;
const confidentiality = (file: string): string => registry(`confidentiality/${file}`);
const entry = confidentiality('public-entry.ts');
const visibility = confidentiality('visibility.ts');
const closing = registry('confidentiality/close-places.ts');

/** Each is one small slip. */
export const confidentialFaults: Readonly<Record<string, ConfidentialFault>> = {
  'an extra field in the list of what goes out': {
    file: confidentiality('public-fields.ts'),
    find: "addresses: { fields: ['city', ",
    replace: "addresses: { fields: ['city', 'address_1', ",
    spec: 'public-entry.spec',
  },
  'a position in an event': {
    file: entry,
    find: '...location, ...area, ',
    replace: '...location, ...area, latitude: (at.location as JsonObject).latitude!, ',
    spec: 'public-entry.spec',
  },
  'texts go out before they are released': {
    file: entry,
    find: 'facts.releasedTexts !== null && ',
    replace: 'facts.releasedTexts === null || ',
    spec: 'public-entry.spec',
  },
  'texts that changed stay released': {
    file: entry,
    find: 'facts.releasedTexts === digestOfTexts(service)',
    replace: "digestOfTexts(service) !== ''",
    spec: 'public-entry.spec',
  },
  'an organization speaks in its other entries': {
    file: entry,
    find: 'facts.isOrganizationClosed ? beside(service) : service',
    replace: 'service',
    spec: 'organization-words.db.spec',
  },
  'the organization is not on the way to a place': {
    file: visibility,
    find: "  ...children(service, 'organization', 'organization'),\n",
    replace: '',
    spec: 'visibility.spec',
  },
  'a word that nobody knows leaves a place open': {
    file: registry('hsds/visibility-tags.ts'),
    find: "plainText(value) !== 'PUBLIC'",
    replace: "plainText(value) === 'CONFIDENTIAL'",
    spec: 'visibility.spec',
  },
  'a sticky row is forgotten': {
    file: closing,
    find: 'for (const id of [...closed, ...placed])',
    replace: 'for (const id of placed)',
    spec: 'seal-location.db.spec',
  },
  'a neighbour is not published anew': {
    file: closing,
    find: 'return { closed, touched };',
    replace: 'return { closed, touched: touched.slice(0, 0) };',
    spec: 'shared-places.db.spec',
  },
  'events that wait go out as they were': {
    file: 'libs/messaging/src/outbox/outbox.ts',
    find: 'WHERE o.topic = given.topic AND ',
    replace: 'WHERE false AND ',
    spec: 'now-confidential.db.spec',
  },
  'withdrawn entries keep what they showed': {
    file: registry('publishing/hide-in-entries.ts'),
    find: 'const isLess = less !== null && ',
    replace: 'const isLess = !entry.withdrawn && less !== null && ',
    spec: 'now-confidential.db.spec',
  },
  'a copy of a confidential place is shown': {
    file: registry('publishing/review-places.ts'),
    find: 'closed.has(key.id) !== closed.has(copyId)',
    replace: 'closed.has(key.id) && closed.has(copyId)',
    spec: 'copies.db.spec',
  },
  'texts tell of a place that waits': {
    file: entry,
    find: '(cells.has(id) || withheld.has(id))',
    replace: 'cells.has(id)',
    spec: 'public-entry.spec',
  },
  'a phone that says that it is private is shown': {
    file: visibility,
    find: 'if (!isNamed) return record;',
    replace: 'if (isNamed || !isNamed) return record;',
    spec: 'own-words.db.spec',
  },
  'one kind of record lies in an open table': {
    file: registry('vault/sealed-kinds.ts'),
    find: '!isOpenObject(object)',
    replace: "!isOpenObject(object) && object !== 'schedule'",
    spec: 'sealed-by-kind.db.spec',
  },
  'an answer is kept as it was given': {
    file: registry('entries/write-command.ts'),
    find: "return { kind: 'Entry', serviceId: done.id, version: done.version };",
    replace: 'return done as never;',
    spec: 'now-confidential.db.spec',
  },
  'a guess is told that it is right': {
    file: registry('vault/store-open.ts'),
    find: 'guarded.has(keyText(record)) || ',
    replace: '',
    spec: 'seal-location-owner.db.spec',
  },
  'a place moves out of its area': {
    file: registry('vault/store-open.ts'),
    find: 'else if (moved.has(keyText(record)))',
    replace: 'else if (moved.size < 0)',
    spec: 'seal-location.db.spec',
  },
  'an export takes the place of what is stored': {
    file: registry('vault/store-open.ts'),
    find: 'summaries.get(keyText(key))?.isRedacted === false',
    replace: 'summaries.get(keyText(key))?.isRedacted === null',
    spec: 'organization-words.db.spec',
  },
};
