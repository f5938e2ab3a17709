import type beds from '../screens/beds/messages/en.json';
import type find from '../screens/find/messages/en.json';
import type holds from '../screens/holds/messages/en.json';
import type tour from '../screens/tour/messages/en.json';
import type shell from './messages/en.json';
import { languageOf, type LanguageCode } from './languages';

/** A part of the console with its own texts: the shell, or a screen. It is named after its folder. */
export type Area = 'i18n' | 'find' | 'holds' | 'beds' | 'tour';

/** Ids of all texts. A new screen adds `keyof typeof` its English catalogue here. */
export type MessageId = keyof typeof shell | keyof typeof find | keyof typeof holds | keyof typeof beds | keyof typeof tour;

/** Compiled texts by id. */
export type Texts = Record<string, string>;

/** Every catalogue is a separate file, fetched when its screen and language are needed. */
const catalogues = import.meta.glob<Texts>(['./messages/*.json', '../screens/*/messages/*.json'], { import: 'default' });

/** The texts of an area; in English if the texts of the language cannot be fetched now. */
export async function fetchTexts(area: Area, language: LanguageCode): Promise<Texts> {
  const load = (code: LanguageCode) => catalogues[area === 'i18n' ? `./messages/${code}.json` : `../screens/${area}/messages/${code}.json`];
  const wanted = load(language);
  if (!wanted) return {};
  return wanted().catch((error: unknown) => {
    if (languageOf(language).code === 'en') throw error;
    return load('en')!();
  });
}
