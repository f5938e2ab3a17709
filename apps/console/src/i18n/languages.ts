/** A language of the interface. */
export interface Language {
  readonly code: LanguageCode;
  /** Its own name in the language, since its speakers may read no other. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
}

/** Languages of the interface, in the order of the chooser. */
export const languages = [
  { code: 'en', name: 'English', direction: 'ltr' },
  { code: 'id', name: 'Bahasa Indonesia', direction: 'ltr' },
  { code: 'ms', name: 'Bahasa Melayu', direction: 'ltr' },
  { code: 'fil', name: 'Filipino', direction: 'ltr' },
  { code: 'fr', name: 'Français', direction: 'ltr' },
  { code: 'vi', name: 'Tiếng Việt', direction: 'ltr' },
  { code: 'ar', name: 'العربية', direction: 'rtl' },
  { code: 'ur', name: 'اردو', direction: 'rtl' },
  { code: 'fa', name: 'فارسی', direction: 'rtl' },
  { code: 'bn', name: 'বাংলা', direction: 'ltr' },
  { code: 'th', name: 'ไทย', direction: 'ltr' },
  { code: 'my', name: 'မြန်မာ', direction: 'ltr' },
  { code: 'km', name: 'ខ្មែរ', direction: 'ltr' },
] as const satisfies readonly { code: string; name: string; direction: 'ltr' | 'rtl' }[];

/** {@link languages} */
export type LanguageCode = (typeof languages)[number]['code'];

/** Codes that browsers use for the same language. */
const otherCodes: Readonly<Record<string, LanguageCode>> = { tl: 'fil', prs: 'fa', pes: 'fa', zsm: 'ms', in: 'id', arb: 'ar' };

/** The language with this code. */
export const languageOf = (code: LanguageCode): Language => languages.find((language) => language.code === code) ?? languages[0];

/** The first of the browser's languages that we have; else English. */
export function preferredLanguage(asked: readonly string[]): LanguageCode {
  for (const tag of asked) {
    const base = tag.toLowerCase().split('-')[0]!;
    const found = languages.find(({ code }) => code === (otherCodes[base] ?? base));
    if (found) return found.code;
  }
  return 'en';
}
