import type { JsonValue, ObjectName } from './record.js';
import { clausesOf, isAboutRecord, isDeniedAt, isTurnedAt, meaningOf } from '../reading/secrecy-meaning.js';
import { isWord, wordsOf } from '../reading/secrecy-name.js';
import * as words from '../reading/secrecy-words.js';

export const longestSecret = 60;
const longestText = 4000;

const beginnings: ReadonlySet<string> = new Set(
  [...words.secretWords, ...words.perhapsSecretWords, ...words.publicWords, ...words.phrases.keys(), 'publication']
    .filter((word) => /^[\x00-\x7f]+$/.test(word))
    .map((word) => word.split(' ')[0]!.slice(0, 5)),
);

/** Nearly all values have none of these words, so they need no parsing. */
export const perhapsSecret = new RegExp(
  [...[...beginnings].toSorted(), 'co[a-z]{0,3}[fd]', '(?:not|dont|never)(?![a-z])', String.raw`[^\x00-\x7f]`].join('|'),
  'i',
);

/** The whole value is "confidential address", "do not publish" or the like. */
export function isSecretText(value: JsonValue): boolean {
  if (typeof value !== 'string' || value.length > longestSecret || !perhapsSecret.test(value)) return false;
  const name = wordsOf(value);
  if (!isAboutRecord(name) || meaningOf(name) !== 'SECRET') return false;
  return name.some((word) => words.plainlySecretWords.has(word)) || (name.length > 1 && !name.some((word) => words.kindsOfPlace.has(word)));
}

const ofPlaces: ReadonlySet<ObjectName> = new Set(['location', 'address']);
const titles: ReadonlySet<string> = new Set(['name', 'alternate_name']);
/** A town, unlike a line of an address, may be called anything. */
const regions: ReadonlySet<string> = new Set(['city', 'region', 'state_province', 'postal_code', 'country']);

/** A part of the text is nothing else: "Casa Luz (confidential location)", "Staff line; do not publish", "12 Elm St (private)". */
export function isSecretInText(kind: ObjectName, property: string, value: JsonValue): boolean {
  if (typeof value !== 'string' || value.length > longestText || !perhapsSecret.test(value)) return false;
  if (!ofPlaces.has(kind)) return partsOf(value).some((clause) => saysNotToTell(wordsOf(clause)) || isOrder(clause));
  if (kind === 'address' || titles.has(property)) {
    const isLine = kind === 'address' && !regions.has(property);
    return isMarked(value) || partsOf(value).some((clause) => closesTitle(wordsOf(clause), isLine) || closesPlace(clause, true));
  }
  return partsOf(value).some((clause) => closesPlace(clause, false));
}

const partsOf = (text: string): readonly string[] => clausesOf(text).filter((clause) => perhapsSecret.test(clause));

/** A part that is a command not to show, and nothing else. */
const isOrder = (clause: string): boolean =>
  isSecretText(clause) && wordsOf(clause).some((word) => words.orders.has(word) || words.told.has(word) || word === 'publication');

function closesPlace(clause: string, isTitle: boolean): boolean {
  const name = wordsOf(clause);
  if (saysNotToTell(name) || saysPlaceSecret(name) || isOrder(clause)) return true;
  return isSecretText(clause) && (isTitle || name.length > 1) && name.some((word) => words.plainlySecretWords.has(word));
}

/** The same for a name of a place or a line of its address, where one word is enough. */
function closesTitle(name: readonly string[], isLine: boolean): boolean {
  if (name.some((word, at) => words.neverNames.has(word) && !isDeniedAt(name, at))) return true;
  if (name.some((word, at) => at > 0 && isNegation(word) && isNotToShow(name.slice(at)))) return true;
  if (!isAboutRecord(name) || meaningOf(name) !== 'SECRET') return false;
  return isLine ? !name.every(isVague) : name.some(isNegation) || (name.length === 1 && words.secretTitles.has(name[0]!));
}

/** "12 Elm St DO NOT PUBLISH" */
const isNotToShow = (name: readonly string[]): boolean => name.length > 1 && isAboutRecord(name) && meaningOf(name) === 'SECRET';

const isNegation = (word: string): boolean => words.negations.has(word);

/** Flat 4 is "interno 4" in Rome. */
const isVague = (word: string): boolean => !words.secretWords.has(word) && !words.publicWords.has(word) && !isNegation(word);

/** "12 Elm St CONFIDENTIAL", "12 Elm St confidential". No street is called so, unless the word comes first. */
function isMarked(text: string): boolean {
  const name = wordsOf(text);
  const last = name.length - 1;
  if (last > 0 && words.lastWords.has(name[last]!) && !isDeniedAt(name, last)) return true;
  if (!/\p{Ll}/u.test(text)) return false;
  return (text.match(/(?<!\p{L})\p{Lu}{5,}(?!\p{L})/gu) ?? []).some((loud) =>
    name.some((word, at) => at > 0 && word === words.plainForm(loud) && words.plainlySecretWords.has(word) && !isDeniedAt(name, at)),
  );
}

/** "Please do not give out the address to anybody." */
const saysNotToTell = (name: readonly string[]): boolean =>
  name.some((word, at) => {
    if (!(words.orders.has(word) || words.told.has(word) || word === 'give') || !isTurnedAt(name, at)) return false;
    const named = name.slice(at + 1).find((next) => !words.articles.has(next));
    return named !== undefined && words.placeNames.has(named);
  });

/** "This location is kept confidential for safety", "at an undisclosed address". Not a word about the help that is given there. */
const saysPlaceSecret = (name: readonly string[]): boolean =>
  name.some((word, at) => {
    if (words.madePublic.has(word)) return isTurnedAt(name, at) && placeBefore(name, at) !== null;
    if (!(words.plainlySecretWords.has(word) || word === 'secret') || isDeniedAt(name, at)) return false;
    const next = name[at + 1] ?? '';
    if (words.placeNames.has(next) || words.shelters.has(next)) return true;
    if (words.neverNames.has(word)) return name.some((other) => words.placeNames.has(other));
    const before = placeBefore(name, at);
    // "At this location confidential counselling is offered."
    return before !== null && name[before - 1] !== 'email' && (word !== 'confidential' || before < at - 1 || at === name.length - 1);
  });

/** Where the place is that this word speaks of. */
function placeBefore(name: readonly string[], at: number): number | null {
  let before = at - 1;
  while (before >= 0 && (words.stays.has(name[before]!) || isNegation(name[before]!))) before -= 1;
  return words.placeNames.has(name[before] ?? '') ? before : null;
}

/** Values under these names are states: `status: hidden`, `flags: "24h, confidential"`, `tags: [private]`. */
export function isSecretState(property: string, value: JsonValue, isOffer: boolean): boolean {
  const name = wordsOf(property);
  if (
    !name.some((word) => words.stateNames.has(word)) ||
    !name.every((word) => words.stateNames.has(word) || word === 'security' || isWord(word))
  )
    return false;
  const texts = Array.isArray(value) ? value : [value];
  // A private organization is one that no state runs.
  const mayBeOwner = isOffer && !name.some((word) => words.showingNames.has(word));
  return texts.some(
    (text) =>
      typeof text === 'string' &&
      text.length <= longestText &&
      text.split(/[,;|/\n]+/).some((part) => {
        const said = wordsOf(part);
        return (
          said.length > 0 &&
          isAboutRecord(said) &&
          meaningOf(said) === 'SECRET' &&
          !(mayBeOwner && said.every((word) => words.ownerWords.has(word)))
        );
      }),
  );
}
