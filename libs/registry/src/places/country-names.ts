import countries from 'i18n-iso-countries';
import { folded } from '@haven/kernel';
import { isNoValue } from '../reading/no-value.js';

/** Locales that the package lacks although people here write in them. */
const moreLocales = ['my', 'lo', 'ne', 'si', 'pa', 'gu', 'te', 'kn', 'ti', 'ceb', 'fil', 'jv', 'ckb', 'rw', 'zu', 'zh-Hant', 'pt-PT'];

/** The languages of the interface: its names of countries are understood too. */
const interfaceLocales = ['en', 'fr', 'ar', 'fa', 'ur', 'bn', 'my', 'th', 'km', 'vi', 'id', 'ms', 'fil'];

/** Common names of countries that are on no official list: parts of a country, former names, abbreviations. */
const otherNames: Readonly<Record<string, string>> = {
  AE: 'Emirates',
  BF: 'Upper Volta',
  BO: 'Plurinational State of Bolivia',
  BN: 'Brunei Darussalam',
  CD: 'DR Congo|DRC|RDC|Congo DR|Congo DRC|Congo-Kinshasa|Congo Kinshasa|Zaire|Congo, Democratic Republic of the|Congo, the Democratic Republic of the|Congo, Democratic Republic of|Democratic Republic of Congo|République démocratique du Congo',
  CG: 'Congo-Brazzaville|Congo Brazzaville|Republic of Congo|Congo, Republic of|Congo, Republic of the|République du Congo',
  AL: 'Shqipëria',
  BA: 'Bosnia',
  CN: "PRC|P.R. China|PR China|People's Republic of China",
  CV: 'Cape Verde',
  DE: 'BRD',
  IN: 'Bharat',
  JP: 'Nippon|Nihon',
  LU: 'Lëtzebuerg',
  ST: 'Sao Tome',
  FM: 'Micronesia',
  GB: 'England|Scotland|Wales|Northern Ireland|N. Ireland|Britain|United Kingdom of Great Britain and Northern Ireland|Cymru|Inglaterra|Inggris|Angleterre|Escocia|Écosse',
  GR: 'EL|Hellas',
  GF: 'Guyane',
  HK: 'Hong Kong SAR',
  IE: 'Éire|Republic of Ireland',
  KH: 'Kampuchea',
  KP: "North Korea|DPRK|Democratic People's Republic of Korea|Korea, Democratic People's Republic of",
  KR: 'South Korea|Korea South|ROK|Republic of Korea|Korea Rep|Rep of Korea',
  KG: 'Kirghizia|Kyrgyz Republic',
  LA: 'Lao PDR|Lao P.D.R.|Lao|Laos PDR',
  LK: 'Ceylon',
  MK: 'Macedonia|FYROM|FYR Macedonia|The former Yugoslav Republic of Macedonia',
  MM: 'Burma|Birma|Birmania|Birmanie|Myanmar (Burma)|Burma (Myanmar)',
  PH: 'Pilipinas|The Philippines|Phillipines|Philipines|Phillippines',
  PS: 'Palestinian Territories|Occupied Palestinian Territory|West Bank and Gaza|Gaza|Gaza Strip|West Bank',
  RU: 'Russian Federation',
  SA: 'KSA',
  SK: 'Slovak Republic',
  SY: 'Syria',
  SZ: 'Swaziland',
  TH: 'Siam',
  TL: 'East Timor|Timor Leste|Timor Lorosae',
  TZ: 'Tanganyika|Zanzibar',
  US: 'America|United States of America (USA)|US of A|EEUU|EE.UU.|Estados Unidos de América|Estados Unidos da América|EUA|États-Unis d’Amérique',
  VA: 'Vatican|Vatican City',
  VN: 'Vietnam|Viet Nam|Socialist Republic of Vietnam',
  ZA: 'RSA',
  ZW: 'Rhodesia',
};

const keyOf = (name: string): string => folded(name).replaceAll(' ', '');
const isAscii = /^[\0-\x7f]+$/;
const isCountry = (code: string): boolean => countries.isValid(code);
const shared = 'more than one country';

/** Codes by name, without spaces. Built on first use: most directories write codes. */
let byName: ReadonlyMap<string, string> | undefined;

const adding =
  (known: Map<string, string>) =>
  (name: string, code: string): void => {
    const before = known.get(keyOf(name)) ?? code;
    known.set(keyOf(name), before === code ? code : shared);
  };

/** "เมียนมา (พม่า)" is also known without its brackets. */
function addNamesIn(locales: readonly string[], add: ReturnType<typeof adding>): void {
  for (const locale of locales) {
    const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
    for (const code of Object.keys(countries.getAlpha2Codes())) {
      const name = names.of(code);
      if (name) for (const one of new Set([name, name.replace(/\s*\(.*\)$/, '')])) add(one, code);
    }
  }
}

function index(): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  const add = adding(known);
  for (const locale of countries.langs()) {
    const names = countries.getNames(locale, { select: 'all' });
    for (const [code, all] of Object.entries(names)) for (const name of [all].flat()) add(name, code);
  }
  addNamesIn(moreLocales, add);
  const shown = new Map<string, string>();
  addNamesIn(interfaceLocales, adding(shown));
  // Names in the other languages are added only if they are new: they must not make a known name ambiguous.
  for (const [name, code] of shown) if (!known.has(name)) known.set(name, code);
  for (const [code, names] of Object.entries(otherNames)) for (const name of names.split('|')) known.set(keyOf(name), code);
  return known;
}

/** "Áo" is Austria, not the code of Angola; "Nga" is Russia, not the code of Nigeria. */
const coded = (text: string): string | null => {
  const isName = !isAscii.test(text) || (/^[A-Z][a-z]{2}$/.test(text) && named(text) !== null);
  const upper = isName ? '' : keyOf(text).toUpperCase();
  return isCountry(upper) ? (upper.length === 2 ? upper : (countries.toAlpha2(upper) ?? null)) : null;
};

function named(name: string): string | null {
  byName ??= index();
  const code = byName.get(keyOf(name)) ?? null;
  return code === shared ? null : code;
}

const nationwide = /^(?:nation ?wide|national|nationally|country ?wide|(?:the )?(?:whole|entire) (?:country|nation)|all over the country)$/;
/** Whether the text means a whole country without its name. */
export const isNationwide = (text: string): boolean => nationwide.test(folded(text));

/** Forms of state that come before a country's name. */
const forms =
  /^(?:the )?(?:(?:federal|federative|democratic|socialist|islamic|united|arab|hashemite|oriental|bolivarian|co-operative|cooperative|people'?s|independent|grand|republic|kingdom|state|federation|commonwealth|sultanate|principality|duchy|republik|república|république|reino|royaume|negara|kerajaan) )+(?:(?:of|de|du|del|da|do|des|la|los|the|federal|democratic|and) )*/i;
const before = /^(?:the |la |le |les |el |los |das |die |ประเทศ|ราชอาณาจักร)/i;

/** Whether the text is only a form of state, or only an article: "Federal District" is neither. */
const isForm = (text: string): boolean => `${text} x`.replace(forms, '') === 'x' || `${text} `.replace(before, '') === '';

/**
 * Finds the ISO 3166-1 alpha-2 code for a code or a name in any language; null if there is none, or if two countries have the name
 * ("Congo").
 */
export const countryNamed = (text: string): string | null => codeOf(text, withBrackets);

/** As above, but only for a text that means all of the country: "Thailand (not Bangkok)" and "Nairobi (Kenya)" do not. */
export const wholeCountryNamed = (text: string): string | null => codeOf(text, withSameInBrackets);

function codeOf(text: string, inBrackets: (text: string) => string | null): string | null {
  const plain = text.normalize('NFKC').trim();
  // "NA" is Namibia, "N/A" is not.
  if (isNoValue(plain) && !/^na$/i.test(plain)) return null;
  const ways = [plain, plain.replace(before, ''), plain.replace(/[’ʼ]/g, "'").replace(forms, '')];
  return coded(plain) ?? ways.map(named).find((code) => code !== null) ?? inBrackets(plain) ?? turnedRound(plain) ?? writtenOut(plain);
}

/** "Iran, Islamic Republic of", "Gambia, The". */
function turnedRound(text: string): string | null {
  const [, name, form] = /^([^,]+),\s*([^,]+)$/.exec(text) ?? [];
  return name === undefined ? null : (named(`${form} ${name}`) ?? (isForm(form!) ? named(name) : null));
}

const shortForms: readonly (readonly [RegExp, string])[] = [
  [/\brep\b\.?/i, 'republic'],
  [/\bdem\b\.?/i, 'democratic'],
  [/^s\.\s*/i, 'south '],
  [/^n\.\s*/i, 'north '],
  [/\bis\b\.?/i, 'islands'],
];

/** "Czech Rep.", "S. Sudan". */
function writtenOut(text: string): string | null {
  const full = shortForms.reduce((name, [short, long]) => name.replace(short, long), text);
  return full === text ? null : named(full);
}

const bracketed = /^(.+?)\s*\((.+)\)$/;

/** "Iran (Islamic Republic of)", "Nairobi (Kenya)"; "Georgia (USA)" may be either. */
function withBrackets(text: string): string | null {
  const [, ...parts] = bracketed.exec(text) ?? [];
  const [code = null, another] = new Set(parts.map(countryNamed).filter((one) => one !== null));
  return another === undefined ? code : null;
}

/** "Iran (Islamic Republic of)", "Thailand (ประเทศไทย)", "Thailand (nationwide)". */
function withSameInBrackets(text: string): string | null {
  const [, outer = '', inner = ''] = bracketed.exec(text) ?? [];
  const code = wholeCountryNamed(outer);
  const isSame = wholeCountryNamed(inner) === code || isNationwide(inner) || isForm(inner);
  return isSame ? code : null;
}
