import { cldrLines, deniedLines, ownLines } from './language-data.js';
import { speechOf } from './speech.js';

const pairOf = (speaker: string, language: string): string => `${speaker} ${language}`;
const denied = new Set(deniedLines.map(({ speaker, understands: language }) => pairOf(speechOf(speaker), speechOf(language))));
const understood = new Set(
  [...cldrLines, ...ownLines]
    .map(({ speaker, understands: language }) => pairOf(speechOf(speaker), speechOf(language)))
    .filter((pair) => !denied.has(pair)),
);

/** Languages that its speakers mostly understand, besides their own. */
export const understoodBy = (speech: string): readonly string[] =>
  [...understood].flatMap((pair) => (pair.startsWith(`${speech} `) ? [pair.slice(speech.length + 1)] : []));

/** Whether speakers of one language mostly understand the other, which is not theirs. The reverse may differ. */
export const understands = (speaker: string, language: string): boolean => understood.has(pairOf(speechOf(speaker), speechOf(language)));
