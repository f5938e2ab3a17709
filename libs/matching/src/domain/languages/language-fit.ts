import { isSignLanguage, someSignLanguage } from '@haven/kernel';
import { speechOf } from './speech.js';
import { understands } from './understands.js';

/** How somebody can talk there: in a shared language, a close one, through an interpreter of theirs, not at all, or nobody knows. */
export const LanguageGrade = { DIRECT: 'DIRECT', CLOSE: 'CLOSE', INTERPRETER: 'INTERPRETER', NONE: 'NONE', UNKNOWN: 'UNKNOWN' } as const;
/** {@link LanguageGrade} */
export type LanguageGrade = (typeof LanguageGrade)[keyof typeof LanguageGrade];

/** The best way to talk with the people there. `rank`: places before that language in the list of the person. */
export type LanguageFit =
  | { readonly grade: 'DIRECT'; readonly language: string; readonly rank: number }
  | { readonly grade: 'CLOSE'; readonly language: string; readonly understoodBy: string }
  | { readonly grade: 'UNKNOWN' | 'NONE' };

/** Of several ways the best; of several languages the one that the person names first. `spoken`: what the directory says, in any form. */
export const languageFit = (wanted: readonly string[], spoken: readonly string[]): LanguageFit =>
  shared(wanted, spoken) ?? close(wanted, spoken) ?? { grade: mayShare(wanted, spoken) ? 'UNKNOWN' : 'NONE' };

function shared(wanted: readonly string[], spoken: readonly string[]): LanguageFit | null {
  const there = new Set(spoken.map(speechOf));
  const rank = wanted.findIndex((tag) => isSaid(tag) && there.has(speechOf(tag)));
  return rank === -1 ? null : { grade: 'DIRECT', language: wanted[rank]!, rank };
}

function close(wanted: readonly string[], spoken: readonly string[]): LanguageFit | null {
  for (const understoodBy of wanted) {
    const language = spoken.find((tag) => understands(understoodBy, tag));
    if (language !== undefined) return { grade: 'CLOSE', language, understoodBy };
  }
  return null;
}

/** Nothing is said of their languages, or they and the person sign and one of them does not say which language. */
function mayShare(wanted: readonly string[], spoken: readonly string[]): boolean {
  const [here, there] = [wanted.filter(isSigned), spoken.filter(isSigned)];
  return spoken.length === 0 || (here.length > 0 && there.length > 0 && ![...here, ...there].every(isSaid));
}

const isSaid = (tag: string): boolean => speechOf(tag) !== someSignLanguage;
const isSigned = (tag: string): boolean => isSignLanguage(speechOf(tag));
