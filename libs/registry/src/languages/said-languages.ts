import { type JsonRecord, isRecord, textOf } from '../reading/json-record.js';
import { type LanguagesRead, readLanguages } from './read-languages.js';

export const readLanguage = (language: JsonRecord): LanguagesRead =>
  readLanguages(textOf(language, 'code'), textOf(language, 'name'), textOf(language, 'note'));

/** Properties in which a record names languages as plain text: lists of words, or the column of older phones. */
const byText = ['languages', 'language'] as const;

/** Reads the languages that a record names as plain text, if any. */
export function readLanguageTexts(record: JsonRecord): readonly { readonly field: string; readonly read: LanguagesRead }[] {
  return byText.flatMap((field) =>
    textsIn(record[field])
      .filter((text) => !isKey(text))
      .map((text) => ({ field, read: readLanguages(null, text) })),
  );
}

/** Tags of all languages that people there speak, from a service, a place or a phone. */
export function languagesSpoken(record: JsonRecord): readonly string[] {
  const nested = Array.isArray(record.languages) ? record.languages.filter(isRecord).map(readLanguage) : [];
  return [...nested, ...readLanguageTexts(record).map(({ read }) => read)].flatMap(({ tags }) => tags);
}

const textsIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.filter((item) => typeof item === 'string');
  return typeof value === 'string' && value.trim() !== '' ? [value] : [];
};

/** Some publishers write ids of rows into this property. */
const isKey = (text: string): boolean => /^[\d\s,]+$/.test(text);
