import { isWord, wordsOf } from './secrecy-name.js';
import * as words from './secrecy-words.js';

export type Meaning = 'SECRET' | 'PUBLIC' | 'ORDER';

/** What "yes" means under this name. `ORDER`: only a plain "no" means something. */
export function meaningOf(name: readonly string[]): Meaning | null {
  const has = (set: ReadonlySet<string>): boolean => name.some((word) => set.has(word));
  if (has(words.otherMatters)) return null;
  const isAbout = isAboutRecord(name);
  const isOrder = has(words.orders) && !has(words.formMatters);
  const isSecretWord = (word: string): boolean => words.secretWords.has(word) || (isAbout && words.perhapsSecretWords.has(word));
  const secrets = name.flatMap((word, at) => (isSecretWord(word) ? [isDeniedAt(name, at)] : []));
  if (secrets.includes(false)) return 'SECRET';
  const isShown = (word: string): boolean =>
    words.publicWords.has(word) || (word === 'publication' && isForPublication(name)) || (word === 'access' && name.some(isDegree));
  const shown = name.flatMap((word, at) => (isShown(word) ? [isTurnedAt(name, at)] : isKeptFrom(name, at) ? [true] : []));
  if (words.shownNames.has(name.join(' '))) return 'PUBLIC';
  if (shown.includes(true) && (isAbout || isOrder)) return 'SECRET';
  if (secrets.length > 0) return 'PUBLIC';
  if (shown.length === 0) return null;
  return isAbout ? 'PUBLIC' : isOrder && !shown.includes(true) ? 'ORDER' : null;
}

/** "Do not map", "not on website". A website alone says nothing, nor does "no website". */
const isKeptFrom = (name: readonly string[], at: number): boolean =>
  (words.told.has(name[at]!) || words.destinations.has(name[at]!)) &&
  name.some((word) => words.firmNegations.has(word)) &&
  isTurnedAt(name, at);

const isSense = (word: string): boolean =>
  words.secretWords.has(word) || words.perhapsSecretWords.has(word) || words.publicWords.has(word) || word === 'publication';

/** `confidential: no` as one text. A "no" after another word may be a number: `private_phone_no`. */
const isAnsweredNo = (name: readonly string[], at: number): boolean =>
  at === name.length - 2 && words.negationsAfter.has(name.at(-1)!) && name.filter(isSense).length === 1;

/** Whether exactly one negation stands before this word of secrecy, with nothing but fillers between. It does not reach past another such word. */
export function isDeniedAt(name: readonly string[], at: number): boolean {
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
export function isTurnedAt(name: readonly string[], at: number): boolean {
  if (isAnsweredNo(name, at)) return true;
  for (let before = at - 1; before >= 0; before -= 1) {
    if (words.negations.has(name[before]!)) return true;
    if (isSense(name[before]!) && !isJoined(name, before)) return false;
  }
  return false;
}

export const isAboutRecord = (name: readonly string[]): boolean => name.every((word) => isWord(word) || /^\d+$/.test(word));

/** A publication without a word of consent is a book. */
const isForPublication = (name: readonly string[]): boolean =>
  name.some((word) => words.askedFor.has(word) || words.negations.has(word) || isDegree(word));
/** "Access" alone is a ramp. */
const isDegree = (word: string): boolean => ['level', 'status', 'state', 'mode', 'setting', 'settings'].includes(word);

/** Whether a value plainly says that the record is not secret. One word of secrecy in it, or "not public", and it does not. */
export function isDenied(name: readonly string[], value: string): boolean {
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

/** The parts of a text between marks. */
export const clausesOf = (text: string): readonly string[] =>
  text.split(/[.,;:!?*"“”<>()[\]|/\n،؛۔。、，；：！（）【】「」।။၊]+|\s[-–—]+\s/);
