import { allLanguages, folded } from '@haven/kernel';
import { languageTag } from './languages.js';

/** Common English names of languages that neither the ISO table nor CLDR has. */
const otherNames: Readonly<Record<string, string>> = {
  apc: 'Levantine Arabic|Syrian Arabic|Shami',
  ar: 'Lingua araba',
  ary: 'Darija|Moroccan Darija|Moroccan Arabic',
  ase: 'American Sign Language|ASL|American Sign|A.S.L.',
  az: 'Azeri',
  bfi: 'BSL|British Sign Language',
  bin: 'Edo',
  bn: 'Bangla',
  ceb: 'Bisaya|Binisaya|Visayan',
  ckb: 'Sorani|Kurdish Sorani|Sorani Kurdish|سۆرانی|کوردیی ناوەندی',
  es: 'Castilian|Castellano',
  fa: 'Farsi|Persian|Parsi|Western Farsi',
  'fa-AF': 'Dari|Dari Persian|Eastern Farsi|دری|فارسی دری',
  ff: 'Fula|Fulani|Pular|Pulaar',
  fil: 'Filipino|Tagalog|Pilipino|Taglish',
  fsl: 'LSF|French Sign Language',
  he: 'Modern Hebrew',
  hil: 'Ilonggo',
  hmn: 'Hmong',
  ht: 'Haitian Creole|Creole (Haitian)|Haitian|Kreyol|Kreyòl ayisyen',
  id: 'Bahasa|Bahasa Indonesia',
  ilo: 'Ilokano',
  inl: 'BISINDO',
  kac: 'Kachin',
  km: 'Cambodian|Khmer',
  kmr: 'Kurmanji|Kurmanci|Kurdish Kurmanji|Kurmanji Kurdish',
  ksw: "Sgaw|Sgaw Karen|S'gaw",
  ku: 'Kurdish|کوردی|كوردي',
  lo: 'Laotian|Lao',
  mnw: 'Mon language',
  ms: 'Bahasa Melayu|Bahasa Malaysia|Malay|Malaysian',
  my: 'Myanmar|Burmese',
  ne: 'Nepali|Gurkhali',
  nl: 'Flemish',
  ny: 'Chichewa|Chewa',
  om: 'Oromo|Afaan Oromo|Afan Oromo|Oromiffa|Oromifa',
  or: 'Oriya|Odia',
  pa: 'Panjabi|Punjabi',
  pcm: 'Pidgin English|Naija',
  pga: 'Juba Arabic',
  psp: 'Filipino Sign Language|FSL',
  ps: 'Pashtu|Pushtu|Pushto|Pukhto',
  rn: 'Kirundi',
  qu: 'Kichwa|Quichua',
  rki: 'Rakhine|Arakanese',
  ro: 'Moldovan|Moldavian|limba română',
  rhg: 'Rohingya|Rohinga',
  sgn: 'Sign Language|Sign Languages|Sign|Langue des signes|Lengua de señas|Lengua de signos|Língua de sinais|Bahasa isyarat',
  sr: 'Srpski|srpski jezik',
  si: 'Sinhalese|Sinhala|Singhalese',
  rom: 'Romani|Romany|Romanes|Roma|Rromani|Romani čhib',
  so: 'Somali|Soomaali|Af-Soomaali|Af Soomaali',
  sw: 'Kiswahili|Swahili',
  tet: 'Tetum|Tetun',
  ti: 'Tigrigna|Tigrinia|Tigrinya',
  ug: 'Uighur|Uyghur',
  uk: 'український|українська мова|мова українська',
  war: 'Waray|Waray-Waray',
  ymm: 'Maay|Maay Maay|Af Maay|May May',
  yue: 'Cantonese|Yue|Cantonese Chinese|Chinese Cantonese|Yue Chinese|广东话|廣東話|粤语|粵語',
  zh: 'Chinese|Mandarin|Mandarin Chinese|Putonghua|中文|普通话|普通話|国语|國語|华语|漢語|汉语',
  en: '英文',
  nan: 'Hokkien|Taiwanese|Teochew',
  hak: 'Hakka',
};

/** Locales in which people write names of languages. */
const locales =
  'es fr de it pt nl pl ro ru uk bg sr cs hu el tr ku ar he fa ps ur hi bn ne pa gu mr si ta te kn ml th lo km my vi id ms fil jv zh zh-Hant ja ko mn am ti om so sw rw ha ig yo zu'.split(
    ' ',
  );
const varieties = [
  'zh-Hans',
  'zh-Hant',
  'pt-BR',
  'pt-PT',
  'es-MX',
  'es-419',
  'fr-CA',
  'fr-CH',
  'en-US',
  'en-GB',
  'de-CH',
  'de-AT',
  'fa-AF',
  'ar-001',
];
/** Large languages whose code has three letters. */
const spokenByMany = ['fil', 'ceb', 'yue', 'hmn', 'ckb', 'rhg', 'tet', 'ilo', 'wuu', 'hak', 'nan', 'quc', 'kek', 'sgn'];

const shared = 'more than one language';
type Names = Map<string, string>;

function add(names: Names, name: string, tag: string): void {
  const key = folded(name);
  const before = names.get(key) ?? tag;
  if (key) names.set(key, before === tag ? tag : shared);
}

/** Adds the locale's names of these tags, as far as it has them. */
function addNamesIn(names: Names, locale: string, tags: readonly string[]): void {
  const display = new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' });
  for (const tag of tags) {
    const name = display.of(tag);
    if (name) add(names, name, languageTag(tag) ?? tag);
  }
}

function majorLanguages(): ReadonlySet<string> {
  const withTwoLetters = allLanguages.flatMap(({ iso6391 }) => languageTag(iso6391 ?? '') ?? []);
  // In other languages, Akan and Twi share a name.
  return new Set([...withTwoLetters, ...spokenByMany].filter((tag) => tag !== 'tw'));
}

/** English names. From the ISO table only living languages, and only names without brackets. */
function englishNames(): Names {
  const names: Names = new Map();
  addNamesIn(names, 'en', [...major(), ...varieties]);
  const said = new Set(names.keys());
  for (const { iso6391, iso6393: code, name, type } of allLanguages) {
    if (type === 'living' && !name.includes('(') && !said.has(folded(name))) add(names, name, iso6391 ?? code);
  }
  for (const [tag, all] of Object.entries(otherNames)) for (const name of all.split('|')) names.set(folded(name), tag);
  return names;
}

function foreignNames(): Names {
  const names: Names = new Map();
  for (const locale of locales) addNamesIn(names, locale, [...major()]);
  // The name of each language in that language.
  for (const tag of major()) if (Intl.DisplayNames.supportedLocalesOf(tag).length > 0) addNamesIn(names, tag, [tag]);
  return names;
}

/** Built on first use: most directories write codes or English, and most processes read none. */
let english: Names | undefined;
let foreign: Names | undefined;
let known: ReadonlySet<string> | undefined;
const major = (): ReadonlySet<string> => (known ??= majorLanguages());

const before = /^(?:bahasa|lingua|langue|idioma|lengua|tieng|ภาษา|ภาษา |ភាសា|ພາສາ|اللغه|زبان|язык) ?/;
const after = / ?(?:language|ဘာသာ|ဘာသာစကား|भाषा|язык)$/;

/**
 * Finds a tag by the language's name in English, in that language, or in another large one. Null if no language or more than one has the
 * name.
 */
export function languageNamed(name: string): string | null {
  const key = folded(name);
  const ways = [key, key.replace(before, ''), key.replace(after, '')];
  english ??= englishNames();
  const tag = inNames(english, ways) ?? inNames((foreign ??= foreignNames()), ways);
  return tag === null || tag === shared ? null : languageTag(tag);
}

const inNames = (names: Names, ways: readonly string[]): string | null => {
  const found = ways.find((way) => names.has(way));
  return found === undefined ? null : names.get(found)!;
};

/** Whether many people know the language by one word; then the word counts in the middle of a text too. */
export const isMajor = (tag: string): boolean => major().has(tag);
