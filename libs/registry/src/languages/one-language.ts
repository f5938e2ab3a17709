import { allLanguages, folded } from '@haven/kernel';

/** Languages often called by the name of their family; the brackets may name the exact one: "Chinese (Cantonese)" is not Mandarin. */
export const families: { readonly [tag: string]: readonly string[] } = {
  ar: ['arz', 'apc', 'acm', 'ary', 'arq', 'aeb', 'afb', 'ars', 'apd'],
  fa: ['fa-AF'],
  hmn: ['mww', 'hnj'],
  ku: ['ckb', 'sdh'],
  zh: ['yue', 'nan', 'hak', 'wuu', 'zh-Hant'],
};

/** Words in the names of many languages. */
const common = new Set(
  'sign language languages creole pidgin northern southern eastern western central north south east west standard old high low upper lower'.split(
    ' ',
  ),
);

/** Whether both lists name languages, and no language of one is a language of the other, or only another name or variety of it. */
export const contradict = (some: readonly string[], others: readonly string[]): boolean =>
  some.length > 0 && others.length > 0 && !some.some((one) => others.some((other) => isOneLanguage(one, other)));

function isOneLanguage(one: string, other: string): boolean {
  const isVariety = baseOf(one) === baseOf(other) || families[one]?.includes(other) || families[other]?.includes(one);
  return isVariety || [one, other].some((tag) => tag === 'sgn' && [one, other].every(isSigned)) || haveOneWord(one, other);
}

const baseOf = (tag: string): string => tag.split('-')[0]!;
const isSigned = (tag: string): boolean => tag === 'sgn' || wordsOf(tag).includes('sign');
/** "Northern Kurdish" is Kurdish, and "Egyptian Arabic" is Arabic. */
const haveOneWord = (one: string, other: string): boolean =>
  wordsOf(one).some((word) => !common.has(word) && wordsOf(other).includes(word));

function wordsOf(tag: string): readonly string[] {
  const base = baseOf(tag);
  const named = allLanguages.find(({ iso6391, iso6393 }) => iso6391 === base || iso6393 === base)?.name;
  const shown = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(base);
  return folded(`${named ?? ''} ${shown ?? ''}`)
    .split(' ')
    .filter((word) => word.length > 1);
}
