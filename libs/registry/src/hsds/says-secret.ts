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
  const isAbout = isAboutRecord(name);
  const isOrder = has(words.orders) && !has(words.formMatters);
  const isSecretWord = (word: string): boolean => words.secretWords.has(word) || (isAbout && words.perhapsSecretWords.has(word));
  const secrets = name.flatMap((word, at) => (isSecretWord(word) ? [isDeniedAt(name, at)] : []));
  if (secrets.includes(false)) return 'SECRET';
  const isShown = (word: string): boolean =>
    words.publicWords.has(word) || (word === 'publication' && isForPublication(name)) || (word === 'access' && name.some(isDegree));
  const shown = name.flatMap((word, at) => (isShown(word) ? [isTurnedAt(name, at)] : []));
  if (shown.includes(true) && (isAbout || isOrder)) return 'SECRET';
  if (secrets.length > 0) return 'PUBLIC';
  if (shown.length === 0) return null;
  return isAbout ? 'PUBLIC' : isOrder && !shown.includes(true) ? 'ORDER' : null;
}

const isSense = (word: string): boolean =>
  words.secretWords.has(word) || words.perhapsSecretWords.has(word) || words.publicWords.has(word) || word === 'publication';

/** `confidential: no` as one text. A "no" after another word may be a number: `private_phone_no`. */
const isAnsweredNo = (name: readonly string[], at: number): boolean =>
  at === name.length - 2 && words.negationsAfter.has(name.at(-1)!) && name.filter(isSense).length === 1;

/** Whether exactly one negation stands before this word of secrecy, with nothing but fillers between. It does not reach past another such word. */
function isDeniedAt(name: readonly string[], at: number): boolean {
  if (isAnsweredNo(name, at)) return true;
  let count = 0;
  for (let before = at - 1; before >= 0; before -= 1) {
    const word = name[before]!;
    if (words.negations.has(word))
      count += before === 0 && words.negationsAfter.has(word) && count > 0 ? 0 : 1; // "No, not private"
    else if (!isWord(word) || (isSense(word) && !isJoined(name, before))) break;
  }
  return count === 1;
}

/** "Not confidential or private": one negation for both words. */
const isJoined = (name: readonly string[], at: number): boolean => words.joiners.has(name[at + 1] ?? '');

/** Whether any negation stands between this word of openness and the word of secrecy before it. In doubt it is turned. */
function isTurnedAt(name: readonly string[], at: number): boolean {
  if (isAnsweredNo(name, at)) return true;
  for (let before = at - 1; before >= 0; before -= 1) {
    if (words.negations.has(name[before]!)) return true;
    if (isSense(name[before]!) && !isJoined(name, before)) return false;
  }
  return false;
}

const isAboutRecord = (name: readonly string[]): boolean => name.every((word) => isWord(word) || /^\d+$/.test(word));

/** A publication without a word of consent is a book. */
const isForPublication = (name: readonly string[]): boolean =>
  name.some((word) => words.askedFor.has(word) || words.negations.has(word) || isDegree(word));
/** "Access" alone is a ramp. */
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

const longestSecret = 60;
/** Nearly all values have none of these words, so they need no parsing. */
const perhapsSecret = new RegExp(
  [
    ...words.secretWords,
    ...words.perhapsSecretWords,
    ...words.publicWords,
    ...words.phrases.keys(),
    'publication',
    String.raw`[^\x00-\x7f]`,
  ].join('|'),
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
    const name = wordsOf(clause);
    if (isTitle && name.some((word, at) => words.neverNames.has(word) && !isDeniedAt(name, at))) return true;
    if (!isSecretText(clause)) return false;
    if (name.some((word) => words.orders.has(word) || word === 'publication')) return true;
    return ofPlaces.has(kind) && (isTitle || name.length > 1) && name.some((word) => words.plainlySecretWords.has(word));
  };
  return clausesOf(value).some(says) ? 'SAID' : null;
}

/** Whether a value plainly says that the record is not secret. One word of secrecy in it, or "not public", and it does not. */
function isDenied(name: readonly string[], value: string): boolean {
  const said = wordsOf(value);
  const text = said.join(' ');
  if (words.openAnswers.has(text)) return !isHiding(name);
  if (words.denials.has(text)) return !(isHiding(name) && words.repeatedNo.has(text));
  if (!said.some((word) => words.negations.has(word) || words.negationsAfter.has(word))) return false;
  const meanings = (isAnswer(said) ? [said] : clausesOf(value).map(wordsOf)).map(meaningOf);
  return meanings.includes('PUBLIC') && !meanings.includes('SECRET');
}

/** Its value may say from whom: `hidden_from: public`. Under a command, "public" is no denial either: `do_not_show: public`. */
const isHiding = (name: readonly string[]): boolean =>
  name.includes('from') ||
  words.towards.has(name.at(-1) ?? '') ||
  name.some((word, at) => words.hidingWords.has(word) || (words.orders.has(word) && isTurnedAt(name, at)));

/** "Private: no" as one text. */
const isAnswer = (said: readonly string[]): boolean => said.length > 1 && isSense(said.at(-2)!) && isAnsweredNo(said, said.length - 2);

const clausesOf = (text: string): readonly string[] => text.split(/[.,;:!()[\]|/\n،؛۔。、，；：！（）【】「」।။၊]+|\s[-–—]+\s/);

const isOneOf = (set: ReadonlySet<string>, said: string): boolean => set.has(said);

/** The public value itself, not whether to show it: `public_phone: 312-555-0100`, `published_at: 2026-01-31`. */
const isContent = (name: readonly string[], value: string): boolean =>
  /^\d{4}-\d\d-\d\d/.test(value.trim()) || (name.length > 1 && (/[@/]|\d{3}/.test(value) || value.length > longestSecret));

function isNothing(value: JsonValue): boolean {
  if (value === null) return true;
  if (typeof value === 'object') return Object.keys(value).length === 0;
  return words.emptyValues.has(String(value).trim().toLowerCase());
}
