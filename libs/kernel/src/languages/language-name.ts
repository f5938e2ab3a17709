import { allLanguages } from './all-languages.js';

let names: ReadonlyMap<string, string> | undefined;

/** The English name of a language that is missing in CLDR ("Hazaragi"); null if there is no such language. */
export function isoLanguageName(tag: string): string | null {
  names ??= new Map(allLanguages.map(({ iso6393: code, name }) => [code, name.replace(/ \(.*\)$/, '')]));
  return names.get(tag.split('-')[0]!) ?? null;
}
