import { arabic } from './texts/ar.js';
import { bengali } from './texts/bn.js';
import { burmese } from './texts/my.js';
import { english } from './texts/en.js';
import { filipino } from './texts/fil.js';
import { french } from './texts/fr.js';
import { indonesian } from './texts/id.js';
import { khmer } from './texts/km.js';
import { malay } from './texts/ms.js';
import { persian } from './texts/fa.js';
import { thai } from './texts/th.js';
import { urdu } from './texts/ur.js';
import { vietnamese } from './texts/vi.js';
import type { Translation } from './translation.js';

/** By base language. */
export const translations: ReadonlyMap<string, Translation> = new Map([
  ['en', english],
  ['ar', arabic],
  ['bn', bengali],
  ['fa', persian],
  ['fil', filipino],
  ['fr', french],
  ['id', indonesian],
  ['km', khmer],
  ['ms', malay],
  ['my', burmese],
  ['th', thai],
  ['ur', urdu],
  ['vi', vietnamese],
]);

/**
 * The translation for a locale, or English. Only the language counts: a reader of Malay in Arabic letters gets Latin letters rather than
 * English. `Intl.Locale` knows other codes of a language, such as `tl`, `zsm`, `prs` and `ind`.
 */
export function translationFor(locale: string | null): Translation {
  const language = /^[a-z]{2,3}(?![a-z\d])/i.exec(locale ?? '')?.[0];
  return translations.get(language ? new Intl.Locale(language).language : 'en') ?? english;
}
