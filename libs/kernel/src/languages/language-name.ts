import { iso6393 } from 'iso-639-3';

let names: ReadonlyMap<string, string> | undefined;

/** The English name of a language that CLDR has none for ("Hazaragi"); null: no such language. */
export function isoLanguageName(tag: string): string | null {
  names ??= new Map(iso6393.map(({ iso6393: code, name }) => [code, name.replace(/ \(.*\)$/, '')]));
  return names.get(tag.split('-')[0]!) ?? null;
}
