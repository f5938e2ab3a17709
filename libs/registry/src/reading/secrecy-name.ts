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
  const spaced = name
    .replaceAll(choice, ' ')
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replaceAll(/(\p{L})(\d)/gu, '$1 $2')
    .replaceAll(/(\d)(\p{L})/gu, '$1 $2');
  return words
    .plainForm(spaced)
    .replaceAll(/['’]/g, '')
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '')
    .flatMap(takenApart);
}

const shortestGlued = 6;

/** Splits `donotpublish` into three words if all of them are known; otherwise returns it unchanged. */
function takenApart(word: string): readonly string[] {
  if (word.length < shortestGlued || isWord(word)) return [word];
  return gluedWords(word) ?? [word];
}

function gluedWords(text: string): readonly string[] | null {
  if (text === '') return [];
  for (let length = text.length; length > 0; length -= 1) {
    const first = text.slice(0, length);
    const rest = isWord(first) ? gluedWords(text.slice(length)) : null;
    if (rest) return [first, ...rest];
  }
  return null;
}
