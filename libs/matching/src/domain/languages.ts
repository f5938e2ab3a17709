import { iso6393 } from 'iso-639-3';

const special = 'special';
const known: ReadonlySet<string> = new Set(
  iso6393
    .filter((language) => language.type !== special)
    .flatMap((language) => [language.iso6393, language.iso6391, language.iso6392B, language.iso6392T])
    .filter((code) => code !== undefined),
);

/** The canonical form of a BCP 47 tag ("khm" is "km"), or null when it is not well formed or no such language exists. */
export function canonicalLanguage(tag: string): string | null {
  try {
    const canonical = Intl.getCanonicalLocales(tag)[0] ?? '';
    return known.has(canonical.split('-')[0]!.toLowerCase()) ? canonical : null;
  } catch {
    return null;
  }
}

/** How somebody can talk there: in a shared language, a close one, through an interpreter of theirs, not at all, or nobody knows. */
export const LanguageGrade = { DIRECT: 'DIRECT', CLOSE: 'CLOSE', INTERPRETER: 'INTERPRETER', NONE: 'NONE', UNKNOWN: 'UNKNOWN' } as const;
/** {@link LanguageGrade} */
export type LanguageGrade = (typeof LanguageGrade)[keyof typeof LanguageGrade];

/** How well a language is served: the same tag, the same language in another variety, or not at all. */
export type LanguageFit = { readonly kind: 'SAME' | 'BASE'; readonly language: string; readonly rank: number } | { readonly kind: 'NONE' };

const spokenMax = 10_000;
const spokenTags = new Map<string, string>();

/** A tag of the directory, canonical. A match weighs hundreds of services that repeat the same few tags. */
function spokenTag(tag: string): string {
  const known = spokenTags.get(tag) ?? canonicalLanguage(tag) ?? tag.toLowerCase();
  if (spokenTags.size >= spokenMax) spokenTags.clear();
  spokenTags.set(tag, known);
  return known;
}

const baseOf = (tag: string): string => tag.split('-')[0]!;

/** The person's most preferred language that the people there speak; a same tag wins over another variety of it. */
export function languageFit(wanted: readonly string[], spoken: readonly string[]): LanguageFit {
  const tags = spoken.map(spokenTag);
  const bases = tags.map(baseOf);
  const rank = wanted.findIndex((tag) => bases.includes(baseOf(tag)));
  const language = wanted[rank];
  if (language === undefined) return { kind: 'NONE' };
  return { kind: tags.includes(language) ? 'SAME' : 'BASE', language, rank };
}

/** The grade of what people there speak; another variety of a language is that language. */
export function gradeOf(wanted: readonly string[], spoken: readonly string[]): LanguageGrade {
  if (spoken.length === 0) return 'UNKNOWN';
  return languageFit(wanted, spoken).kind === 'NONE' ? 'NONE' : 'DIRECT';
}
