import { folded } from '../ui/clear-option.js';
import { languageNames, otherLanguageNames } from './language-names.js';

/** A language to choose: its BCP 47 tag, its name for the reader, and its name in itself. */
export interface SpokenLanguage {
  readonly id: string;
  readonly text: string;
  readonly detail?: string;
}

/** Languages of the people that Haven serves, the most requested first. */
const tags = [
  'id', 'ms', 'th', 'vi', 'my', 'km', 'lo', 'fil', 'en', 'bn', 'ur', 'hi', 'ne', 'ta', 'si', 'zh', 'yue', 'nan', 'ar', 'fa', 'prs',
  'ps', 'fr', 'es', 'pt', 'ru', 'uk', 'tr', 'ko', 'ja', 'jv', 'su', 'mad', 'ban', 'min', 'bug', 'ace', 'ceb', 'ilo', 'hil', 'war',
  'tet', 'rhg', 'shn', 'kac', 'ksw', 'mnw', 'cnh', 'ctg', 'hmn', 'haz', 'uz', 'sw', 'am', 'so', 'ha', 'yo', 'ig',
] as const; // prettier-ignore

/** All spoken languages, named for a reader. */
export const spokenLanguages = (nameOf: (tag: string) => string): SpokenLanguage[] =>
  tags.map((id) => {
    const text = nameOf(id);
    const own = selfName(id);
    return { id, text, ...(own && own !== text ? { detail: own } : {}) };
  });

function selfName(tag: string): string | null {
  const own = new Intl.DisplayNames([tag], { type: 'language', fallback: 'none' });
  return own.resolvedOptions().locale.startsWith(tag) ? (own.of(tag) ?? null) : null;
}

const most = 8;

/** The languages that match the typed text by either name or by tag; prefix matches come first. */
export function offeredLanguages(all: readonly SpokenLanguage[], typed: string, chosen: readonly string[]): SpokenLanguage[] {
  const wanted = folded(typed);
  const left = all.filter(({ id }) => !chosen.includes(id));
  const namesOfOne = ({ id, text, detail }: SpokenLanguage) =>
    [text, detail ?? '', languageNames[id] ?? '', otherLanguageNames[id] ?? '', id].map(folded);
  const begins = left.filter((one) => namesOfOne(one).some((name) => name.startsWith(wanted)));
  const holds = left.filter((one) => !begins.includes(one) && namesOfOne(one).some((name) => name.includes(wanted)));
  return [...begins, ...holds].slice(0, most);
}
