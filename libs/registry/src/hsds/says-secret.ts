import { declarationOf } from './objects.js';
import type { JsonValue, ObjectName } from './record.js';
import { isWord, wordsOf } from '../reading/secrecy-name.js';
import * as words from '../reading/secrecy-words.js';

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
    const said = secrecyByName(wordsOf(property), value);
    if (said !== null) return said;
  }
  if (isForInsiders(property, value)) return 'UNCLEAR';
  return isText(kind, property) ? null : (secrecyByValue(value) ?? secrecyInClause(kind, property, value));
}

/**
 * The same for a label or a term. Many are names of offers, so only one about nothing else counts. An attribute without a value counts as
 * "yes".
 */
export function labelSaysSecret(label: string, value: JsonValue | undefined): Secrecy | null {
  if (!mayLabelSay(label)) return null;
  const name = wordsOf(label);
  const meaning = meaningOf(name);
  if (isNothing(value ?? null)) return meaning === 'SECRET' ? 'SAID' : null;
  return secrecyByName(name, value!);
}

/** Whether a label or the name of a term is about secrecy and nothing else. */
export const mayLabelSay = (label: string): boolean =>
  perhapsSecret.test(label) && meaningOfName(label) !== null && isAboutRecord(wordsOf(label));

/** Texts about the offer, and values of any kind, are not about the record. */
const offers: ReadonlySet<ObjectName> = new Set(['organization', 'program', 'service', 'attribute', 'metadata']);
const isText = (kind: ObjectName, property: string): boolean => offers.has(kind) && declarationOf(kind).scalars.has(property);

type Meaning = 'SECRET' | 'PUBLIC' | 'ORDER';

const known = new Map<string, Meaning | null>();
const mostKnown = 5000;

/** The same for a property. A directory has few different property names. */
function meaningOfName(property: string): Meaning | null {
  const found = known.get(property);
  if (found !== undefined) return found;
  const meaning = meaningOf(wordsOf(property));
  if (known.size < mostKnown) known.set(property, meaning);
  return meaning;
}

/** What "yes" means under this name. `ORDER`: only a plain "no" means something. */
function meaningOf(name: readonly string[]): Meaning | null {
  const has = (set: ReadonlySet<string>): boolean => name.some((word) => set.has(word));
  if (has(words.otherMatters)) return null;
  const isTurned = name.filter((word) => words.negations.has(word)).length % 2 === 1;
  if (has(words.secretWords) || (has(words.perhapsSecretWords) && isAboutRecord(name))) return isTurned ? 'PUBLIC' : 'SECRET';
  const isShown = has(words.publicWords) || isForPublication(name) || isAccessLevel(name);
  if (!isShown) return null;
  if (isAboutRecord(name)) return isTurned ? 'SECRET' : 'PUBLIC';
  if (!has(words.orders) || has(words.formMatters)) return null;
  return isTurned ? 'SECRET' : 'ORDER';
}

const isAboutRecord = (name: readonly string[]): boolean => name.every((word) => isWord(word) || /^\d+$/.test(word));

/** A publication without a word of consent is a book. */
const isForPublication = (name: readonly string[]): boolean =>
  name.includes('publication') && name.some((word) => words.askedFor.has(word) || words.negations.has(word) || isDegree(word));
/** "Access" alone is a ramp. */
const isAccessLevel = (name: readonly string[]): boolean => name.includes('access') && name.some(isDegree);
const isDegree = (word: string): boolean => ['level', 'status', 'state', 'mode', 'setting', 'settings'].includes(word);

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
  if (meaning === 'SECRET') return isDenied(said) ? null : isOneOf(words.affirmations, said) || isSecretText(value) ? 'SAID' : 'UNCLEAR';
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

const longestSecret = 60;
/** Nearly all values have none of these words, so they need no parsing. */
const perhapsSecret = new RegExp(
  [...words.secretWords, ...words.perhapsSecretWords, ...words.publicWords, 'publication', String.raw`[^\x00-\x7f]`].join('|'),
  'i',
);

/** The whole value is "confidential address", "do not publish" or the like. */
function isSecretText(value: JsonValue): boolean {
  if (typeof value !== 'string' || value.length > longestSecret || !perhapsSecret.test(value)) return false;
  const name = wordsOf(value);
  if (!isAboutRecord(name) || meaningOf(name) !== 'SECRET') return false;
  return name.some((word) => words.plainlySecretWords.has(word)) || name.length > 1;
}

const longestText = 400;
const ofPlaces: ReadonlySet<ObjectName> = new Set(['location', 'address']);
const titles: ReadonlySet<string> = new Set(['name', 'alternate_name']);

/** A part of the text is nothing else: "Casa Luz (confidential location)", "Staff line; do not publish". */
function secrecyInClause(kind: ObjectName, property: string, value: JsonValue): Secrecy | null {
  if (typeof value !== 'string' || value.length > longestText || !perhapsSecret.test(value)) return null;
  const isTitle = kind === 'address' || titles.has(property);
  const says = (clause: string): boolean => {
    if (!isSecretText(clause)) return false;
    const name = wordsOf(clause);
    if (name.some((word) => words.orders.has(word) || word === 'publication')) return true;
    return ofPlaces.has(kind) && (isTitle || name.length > 1) && name.some((word) => words.plainlySecretWords.has(word));
  };
  return value.split(/[.,;:!()[\]|/\n]+|\s[-–—]+\s/).some(says) ? 'SAID' : null;
}

function isDenied(said: string): boolean {
  const name = said.split(' ');
  return isOneOf(words.denials, said) || (name.some((word) => words.negations.has(word)) && meaningOf(name) === 'PUBLIC');
}

const isOneOf = (set: ReadonlySet<string>, said: string): boolean => set.has(said);

/** The public value itself, not whether to show it: `public_phone: 312-555-0100`, `published_at: 2026-01-31`. */
const isContent = (name: readonly string[], value: string): boolean =>
  /^\d{4}-\d\d-\d\d/.test(value.trim()) || (name.length > 1 && (/[@/]|\d{3}/.test(value) || value.length > longestSecret));

function isNothing(value: JsonValue): boolean {
  if (value === null) return true;
  if (typeof value === 'object') return Object.keys(value).length === 0;
  return words.emptyValues.has(String(value).trim().toLowerCase());
}
