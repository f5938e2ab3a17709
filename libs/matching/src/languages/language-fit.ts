import { enumOf, isSignLanguage, someSignLanguage } from '@haven/kernel';
import { interprets, wayOf, type Interpreter } from './interpreter.js';
import { speechOf } from './speech.js';
import { understands } from './understands.js';

/** How a person can talk there: in a shared language, a close one, through an interpreter, not at all, or unknown. */
export const LanguageGrade = enumOf('DIRECT', 'CLOSE', 'INTERPRETER', 'NONE', 'UNKNOWN');
/** {@link LanguageGrade} */
export type LanguageGrade = (typeof LanguageGrade)[keyof typeof LanguageGrade];

/** The best way to talk with the people there. `rank`: index of the language in the person's list. */
export type LanguageFit =
  | { readonly grade: 'DIRECT'; readonly language: string; readonly rank: number }
  | { readonly grade: 'CLOSE'; readonly language: string; readonly understoodBy: string }
  | { readonly grade: 'INTERPRETER'; readonly language: string; readonly interpreter: Interpreter }
  | { readonly grade: 'UNKNOWN' | 'NONE' };

/** Languages and interpreters at a place, with tags of any form. */
export interface Voices {
  readonly languages: readonly string[];
  readonly interpreters: readonly Interpreter[];
}

/** The best way; among several languages, the first in the person's list. */
export const languageFit = (wanted: readonly string[], { languages: spoken, interpreters }: Voices): LanguageFit =>
  shared(wanted, spoken) ??
  close(wanted, spoken) ??
  interpreted(wanted, interpreters) ?? { grade: mayShare(wanted, { languages: spoken, interpreters }) ? 'UNKNOWN' : 'NONE' };

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

/** Interpreters on site first, then those on the phone. */
function interpreted(wanted: readonly string[], interpreters: readonly Interpreter[]): LanguageFit | null {
  for (const by of ['THERE', 'PHONE'] as const) {
    const some = interpreters.filter((one) => wayOf(one) === by);
    for (const language of wanted) {
      const interpreter = some.find((one) => interprets(one, language));
      if (interpreter) return { grade: 'INTERPRETER', language, interpreter };
    }
  }
  return null;
}

/** Their languages are unknown, or both sides sign and one does not name its sign language. */
function mayShare(wanted: readonly string[], { languages, interpreters }: Voices): boolean {
  const signs = interpreters.flatMap(({ language, by }) => (by !== 'PHONE' && language !== null ? [language] : []));
  const [here, there] = [wanted.filter(isSigned), [...languages, ...signs].filter(isSigned)];
  return languages.length === 0 || (here.length > 0 && there.length > 0 && ![...here, ...there].every(isSaid));
}

const isSaid = (tag: string): boolean => speechOf(tag) !== someSignLanguage;
const isSigned = (tag: string): boolean => isSignLanguage(speechOf(tag));
