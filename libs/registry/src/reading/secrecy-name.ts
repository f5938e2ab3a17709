import { replacedInside } from './secrecy-inside.js';
import * as words from './secrecy-words.js';

const vocabulary: readonly ReadonlySet<string>[] = [
  words.secretWords,
  words.perhapsSecretWords,
  words.publicWords,
  words.negations,
  words.plainWords,
];

/** Whether the word is known, as a word of secrecy or as a filler. */
export const isWord = (word: string): boolean => isKnown(word) || isMisspelt(word);

const isKnown = (word: string): boolean => vocabulary.some((set) => set.has(word));

const oftenMisspelt = 'confidential';
const mostSlips = 2;

/** `confidental`, `confidentail`: the word that matters most, with up to two slips. */
const isMisspelt = (word: string): boolean =>
  word.startsWith('co') &&
  Math.abs(word.length - oftenMisspelt.length) <= mostSlips &&
  word !== 'confidently' &&
  slipsBetween(word, oftenMisspelt) <= mostSlips;

/** Letters left out, added, changed or exchanged with the next. */
function slipsBetween(one: string, other: string): number {
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1];
      const isExchanged = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      row.push(
        Math.min(
          rows[i - 1]![j]! + 1,
          row[j - 1]! + 1,
          rows[i - 1]![j - 1]! + (isSame ? 0 : 1),
          isExchanged ? rows[i - 2]![j - 2]! + 1 : Infinity,
        ),
      );
    }
    rows.push(row);
  }
  return rows[one.length]![other.length]!;
}

/** A note about possible values: `confidential (yes/no)`. */
const choice =
  /(?<![\p{L}\d])(?:yes|y|s[ií]|s|oui|o|ja|j|sim|tak|t|true|1|0)\s*(?:[/|]|or|ou)\s*(?:no|n|non|nein|nee|n[aã]o|nie|false|f|0|1)(?![\p{L}\d])/giu;

/** The words of a name in any spelling: `isPrivate`, `IS_PRIVATE`, `is private?`, `isprivate`, `addressIsPrivate`. */
export function wordsOf(name: string): readonly string[] {
  const spaced = replacedInside(words.withoutUnseen(name))
    .replaceAll(choice, ' ')
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replaceAll(/(\p{L})(\d)/gu, '$1 $2')
    .replaceAll(/(\d)(\p{L})/gu, '$1 $2');
  const found = words
    .plainForm(spaced)
    .replaceAll(/(?<!\p{L})(?:[ldnsmcj]|qu)['’](?=\p{L})/gu, '') // "L'adresse"
    .replaceAll(/['’]/g, '')
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '')
    .flatMap(takenApart)
    .map((word) => (!isKnown(word) && isMisspelt(word) ? oftenMisspelt : word));
  return withPhrases(found);
}

const longestPhrase = Math.max(...[...words.phrases.keys()].map((phrase) => phrase.split(' ').length));
const firstOfPhrases: ReadonlySet<string> = new Set([...words.phrases.keys()].map((phrase) => phrase.split(' ')[0]!));

/** Puts known words in the place of each known phrase, the longest first. */
function withPhrases(found: readonly string[]): readonly string[] {
  const said: string[] = [];
  for (let at = 0; at < found.length;) {
    let length = firstOfPhrases.has(found[at]!) ? Math.min(longestPhrase, found.length - at) : 0;
    while (length > 0 && !words.phrases.has(found.slice(at, at + length).join(' '))) length -= 1;
    said.push(...(length > 0 ? words.phrases.get(found.slice(at, at + length).join(' '))! : [found[at]!]));
    at += Math.max(length, 1);
  }
  return said;
}

const shortestGlued = 6;
const longestGlued = 60;

/** Splits `donotpublish` into three words if all of them are known; otherwise returns it unchanged. */
function takenApart(word: string): readonly string[] {
  const plain = withoutArticle(word);
  if (plain.length < shortestGlued || plain.length > longestGlued || isWord(plain)) return [plain];
  return gluedWords(plain, new Set()) ?? [plain];
}

/** "The secret" is one word in Arabic. */
function withoutArticle(word: string): string {
  const rest = word.replace(/^[وبفك]?(?:ال|لل)/u, '');
  return rest !== word && isWord(rest) ? rest : word;
}

/** `failed` holds the ends of the text that cannot be split, so that no text takes long. */
function gluedWords(text: string, failed: Set<string>): readonly string[] | null {
  if (text === '') return [];
  if (failed.has(text)) return null;
  for (let length = text.length; length > 0; length -= 1) {
    const first = text.slice(0, length);
    const rest = isWord(first) ? gluedWords(text.slice(length), failed) : null;
    if (rest) return [first, ...rest];
  }
  failed.add(text);
  return null;
}
