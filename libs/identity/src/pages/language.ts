import { texts } from './texts.js';

/** A language of the pages. */
export type Language = keyof typeof texts;

/** Other codes for the same languages, as browsers send them. */
const alias: Readonly<Record<string, Language>> = { in: 'id', tl: 'fil', prs: 'fa', pes: 'fa' };
const rightToLeft: ReadonlySet<Language> = new Set(['ar', 'fa', 'ur']);
const readMaximum = 200;

/** Direction of its script. */
export const directionOf = (language: Language): 'rtl' | 'ltr' => (rightToLeft.has(language) ? 'rtl' : 'ltr');

/** The first supported language: of `ui_locales`, then of `Accept-Language`, else English. */
export function languageOf(uiLocales: unknown, acceptLanguage: string | undefined): Language {
  const asked = typeof uiLocales === 'string' ? uiLocales.slice(0, readMaximum).split(' ') : [];
  return [...asked, ...byPreference(acceptLanguage ?? '')].map(known).find((language) => language !== null) ?? 'en';
}

function known(tag: string): Language | null {
  const primary = tag.trim().toLowerCase().split(/[-_]/)[0]!;
  const code = Object.hasOwn(alias, primary) ? alias[primary]! : primary;
  return Object.hasOwn(texts, code) ? (code as Language) : null;
}

/** Language tags of the header, the preferred first. `q=0` means "not this one". */
function byPreference(header: string): readonly string[] {
  const weighed = header
    .slice(0, readMaximum)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';');
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find((q) => q !== undefined);
      return { tag, weight: quality === undefined ? 1 : Number(quality) };
    });
  return weighed
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}
