/** The meaning of phrases, by their form. */
export type Phrases<T> = Readonly<Record<string, (...values: readonly string[]) => T>>;

/** The meaning of a word; otherwise an error with all known words. */
export function known<T>(words: Readonly<Record<string, T>>, word: string): T {
  const found = Object.hasOwn(words, word) ? words[word] : undefined;
  if (found === undefined) throw new Error(`"${word}" is not one of: ${Object.keys(words).join('; ')}`);
  return found;
}
