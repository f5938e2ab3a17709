import { formatTag } from './format';
import type { LanguageCode } from './languages';
import { languageNames } from './language-names';

/** Names of languages and countries for a reader of the interface. */
export interface Names {
  language(tag: string): string;
  country(code: string): string;
}

/** Names in the language if the browser has it, else in English; a code without a name stays a code. */
export function namesOf(language: LanguageCode): Names {
  const tag = formatTag(language).split('-u-')[0]!;
  const named = (type: 'language' | 'region', own: Readonly<Record<string, string>>) => {
    const names = new Intl.DisplayNames([tag, 'en'], { type, fallback: 'none' });
    return (code: string): string => {
      try {
        return names.of(code) ?? own[code] ?? code;
      } catch {
        return code;
      }
    };
  };
  return { language: named('language', languageNames), country: named('region', {}) };
}
