/** What plain words mean, by their form. */
export type Phrases<T> = Readonly<Record<string, (...values: readonly string[]) => T>>;

/** The meaning of a word, or a problem that names all words that there are. */
export function known<T>(words: Readonly<Record<string, T>>, word: string): T {
  const found = Object.hasOwn(words, word) ? words[word] : undefined;
  if (found === undefined) throw new Error(`"${word}" is not one of: ${Object.keys(words).join('; ')}`);
  return found;
}
