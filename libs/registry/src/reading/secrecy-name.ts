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
export const isWord = (word: string): boolean => vocabulary.some((set) => set.has(word));

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
    .replaceAll(/['’]/g, '')
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '')
    .flatMap(takenApart);
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
