import { declarationOf } from './objects.js';
import type { JsonValue, ObjectName } from './record.js';
import { isAboutRecord, isDenied, meaningOf, type Meaning } from '../reading/secrecy-meaning.js';
import { isWord, wordsOf } from '../reading/secrecy-name.js';
import * as words from '../reading/secrecy-words.js';
import { isSecretInText, isSecretState, isSecretText, longestSecret, perhapsSecret } from './secret-text.js';

/** UNCLEAR: not plainly denied. It counts all the same, because a shelter that was shown by mistake cannot be hidden again. */
export type Secrecy = 'SAID' | 'UNCLEAR';

/** Shared records, which cannot say that a record is secret. */
const neverSecret: ReadonlySet<ObjectName> = new Set(['taxonomy', 'taxonomy_term', 'unit', 'meta_table_description']);

/**
 * Whether a property says that its record must not be shown, judged by the words of its name and by its value: `confidential: yes`,
 * `isPrivate`, `do-not-publish`, `211_visibility: hidden`, `public: no`, `x_privacy: { address: secret }`. Null: it does not.
 */
export function saysSecret(kind: ObjectName, property: string, value: JsonValue): Secrecy | null {
  if (neverSecret.has(kind) || isNothing(value)) return null;
  if (typeof value === 'object' || meaningOfName(property) !== null) {
    const said = secrecyByName(nameOf(property), value);
    if (said !== null) return said;
  }
  if (isForInsiders(property, value)) return 'UNCLEAR';
  if (isPlaceKept(kind, property, value)) return 'SAID';
  if (isStated(kind, property, value)) return 'SAID';
  if (isText(kind, property)) return null;
  return secrecyByValue(value) ?? (isSecretInText(kind, property, value) ? 'SAID' : null);
}

/**
 * The same for a label or a term. Many are names of offers, so only one about nothing else counts. An attribute without a value counts as
 * "yes".
 */
export function labelSaysSecret(label: string, value: JsonValue | undefined): Secrecy | null {
  if (!mayLabelSay(label)) return null;
  const name = nameOf(label);
  const meaning = meaningOf(name);
  if (isNothing(value ?? null)) return meaning === 'SECRET' ? 'SAID' : null;
  return secrecyByName(name, value!);
}

/** Whether a label or the name of a term is about secrecy and nothing else. */
export const mayLabelSay = (label: string): boolean =>
  perhapsSecret.test(label) &&
  meaningOfName(label) !== null &&
  isAboutRecord(nameOf(label)) &&
  !wordsOf(label).some((word) => words.kindsOfPlace.has(word));

/** Texts about the offer, and values of any kind, are not about the record. */
const offers: ReadonlySet<ObjectName> = new Set(['organization', 'program', 'service', 'attribute', 'metadata']);
const isText = (kind: ObjectName, property: string): boolean => offers.has(kind) && declarationOf(kind).scalars.has(property);

/** Who asks is no matter: "May we share this address?" */
const nameOf = (property: string): readonly string[] => wordsOf(property).filter((word) => !words.askers.has(word));

const isStated = (kind: ObjectName, property: string, value: JsonValue): boolean =>
  kind !== 'attribute' && (!isText(kind, property) || property === 'status') && isSecretState(property, value, offers.has(kind));

/** Names that speak of secrecy on a place alone. Elsewhere a consent is a parent's, and what is anonymous is a test. */
function isPlaceKept(kind: ObjectName, property: string, value: JsonValue): boolean {
  if (kind !== 'location' && kind !== 'address') return false;
  const name = wordsOf(property).join(' ');
  if (name !== 'consent' && name !== 'anonymous') return false;
  return (name === 'consent' ? words.denials : words.affirmations).has(wordsOf(String(value)).join(' '));
}

const known = new Map<string, Meaning | null>();
const mostKnown = 5000;

/** The same for a property. A directory has few different property names. */
function meaningOfName(property: string): Meaning | null {
  const found = known.get(property);
  if (found !== undefined) return found;
  const meaning = meaningOf(nameOf(property));
  if (known.size < mostKnown) known.set(property, meaning);
  return meaning;
}

/** `audience: staff only`. Apart from words like "only", every word must name people who work there. */
function isForInsiders(property: string, value: JsonValue): boolean {
  const name = wordsOf(property);
  if (typeof value !== 'string' || value.length > longestSecret || !name.some((word) => words.audienceWords.has(word))) return false;
  const said = wordsOf(value);
  const isKnown = (word: string): boolean => words.audienceWords.has(word) || isWord(word);
  return (
    name.every(isKnown) && said.some((word) => words.insiders.has(word)) && said.every((word) => words.insiders.has(word) || isWord(word))
  );
}

function secrecyByName(name: readonly string[], value: JsonValue): Secrecy | null {
  if (typeof value === 'object' && value !== null) return secrecyInside(name, value);
  const meaning = meaningOf(name);
  if (meaning === null) return null;
  const said = wordsOf(String(value)).join(' ');
  if (meaning === 'SECRET')
    return isDenied(name, String(value)) ? null : isOneOf(words.affirmations, said) || isSecretText(value) ? 'SAID' : 'UNCLEAR';
  if (isOneOf(words.denials, said) && !isOneOf(words.affirmations, said)) return 'SAID';
  if (meaning === 'ORDER' || isOneOf(words.affirmations, said) || isContent(name, String(value))) return null;
  return isSecretText(value) || meaningOf(wordsOf(said)) === 'SECRET' ? 'SAID' : 'UNCLEAR';
}

/** A publisher's own list or object: checks each value, under its own name and under all names together. */
function secrecyInside(name: readonly string[], value: object): Secrecy | null {
  const isList = Array.isArray(value);
  const found = Object.entries(value as { [key: string]: JsonValue }).flatMap(([key, item]) => {
    if (isNothing(item)) return [];
    const own = isList ? [] : wordsOf(key);
    return [secrecyByName(own, item) ?? secrecyByName([...name, ...own], item) ?? secrecyByValue(item)];
  });
  return found.find((one) => one === 'SAID') ?? found.find((one) => one !== null) ?? null;
}

const secrecyByValue = (value: JsonValue): Secrecy | null => (isSecretText(value) ? 'SAID' : null);

const isOneOf = (set: ReadonlySet<string>, said: string): boolean => set.has(said);

/** The public value itself, not whether to show it: `public_phone: 312-555-0100`, `published_at: 2026-01-31`. */
const isContent = (name: readonly string[], value: string): boolean =>
  /^\d{4}-\d\d-\d\d/.test(value.trim()) || (name.length > 1 && (/[@/]|\d{3}/.test(value) || value.length > longestSecret));

function isNothing(value: JsonValue): boolean {
  if (value === null) return true;
  if (typeof value === 'object') return Object.keys(value).length === 0;
  return words.emptyValues.has(String(value).trim().toLowerCase());
}
