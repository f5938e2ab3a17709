import { shuffled } from './random.mjs';

const first =
  'Amber Banyan Cedar Copper Coral Damson Ebony Fern Ginger Heron Indigo Jasmine Juniper Kestrel Lantern Lotus Maple Marigold Monsoon Nutmeg Olive Orchid Pebble Quartz Saffron Tamarind Teak Velvet Willow Zephyr'.split(
    ' ',
  );
const second = 'Anchor Bridge Compass Field Garden Gate Harbour Hill Lamp Meadow Path Spring Step Stone Terrace Window'.split(' ');

/** Invented two-word names, each used for one organization only. */
export const organizationNames = shuffled(
  first.flatMap((one) => second.map((other) => `${one} ${other}`)),
  'organization names',
);

export const streets = ['Example Lane', 'Sample Street', 'Specimen Road', 'Placeholder Avenue', 'Fictional Way', 'Invented Row'];

/** HSDS requires a name for each code; a table, because the platform's names change with its version. */
export const languageNames = {
  ace: 'Acehnese',
  afg: 'Afghan Sign Language',
  ar: 'Arabic',
  asf: 'Auslan',
  bbc: 'Batak Toba',
  bn: 'Bengali',
  cbk: 'Chavacano',
  ceb: 'Cebuano',
  csx: 'Cambodian Sign Language',
  ctg: 'Chittagonian',
  dtp: 'Kadazan Dusun',
  dv: 'Dhivehi',
  en: 'English',
  fa: 'Persian',
  fj: 'Fijian',
  fr: 'French',
  hab: 'Hanoi Sign Language',
  hi: 'Hindi',
  hif: 'Fiji Hindi',
  ho: 'Hiri Motu',
  hos: 'Ho Chi Minh City Sign Language',
  id: 'Indonesian',
  inl: 'Indonesian Sign Language (BISINDO)',
  ins: 'Indian Sign Language',
  jv: 'Javanese',
  km: 'Khmer',
  ko: 'Korean',
  ksw: "S'gaw Karen",
  lo: 'Lao',
  lso: 'Laos Sign Language',
  mai: 'Maithili',
  ms: 'Malay',
  my: 'Burmese',
  ne: 'Nepali',
  nod: 'Northern Thai',
  nsp: 'Nepalese Sign Language',
  pa: 'Punjabi',
  pgz: 'Papua New Guinean Sign Language',
  pks: 'Pakistan Sign Language',
  ps: 'Pashto',
  psp: 'Philippine Sign Language',
  pt: 'Portuguese',
  rhg: 'Rohingya',
  sd: 'Sindhi',
  sgn: 'Sign language',
  shn: 'Shan',
  si: 'Sinhala',
  sls: 'Singapore Sign Language',
  sqs: 'Sri Lankan Sign Language',
  ta: 'Tamil',
  tet: 'Tetum',
  th: 'Thai',
  tl: 'Tagalog',
  tpi: 'Tok Pisin',
  tsg: 'Tausug',
  tsq: 'Thai Sign Language',
  ur: 'Urdu',
  vi: 'Vietnamese',
  xml: 'Malaysian Sign Language',
  ysm: 'Myanmar Sign Language',
  zh: 'Chinese',
};

/** ISO 639-3 code of each country's sign language; Vietnam has one for each large city. */
const signLanguages = {
  AF: 'afg',
  AU: 'asf',
  ID: 'inl',
  IN: 'ins',
  KH: 'csx',
  LA: 'lso',
  LK: 'sqs',
  MM: 'ysm',
  MY: 'xml',
  NP: 'nsp',
  PG: 'pgz',
  PH: 'psp',
  PK: 'pks',
  SG: 'sls',
  TH: 'tsq',
};
const signLanguagesOfCities = { Hanoi: 'hab', 'Ho Chi Minh City': 'hos' };

/** The sign language of a city's deaf people; `sgn`: directories there only write "sign language". */
export const signedIn = ({ name, country }) => signLanguagesOfCities[name] ?? signLanguages[country] ?? 'sgn';

/** Every sign language of the demo with a name. */
export const namedSigns = [...Object.values(signLanguages), ...Object.values(signLanguagesOfCities)];

/** Contacts are roles: the demo directory names no person. */
export const roles = [
  ['Duty coordinator', 'Intake'],
  ['Referral officer', 'Intake'],
  ['Case supervisor', 'Protection'],
  ['Front desk', 'Reception'],
];

/** Currency of each country, for cost options. */
export const currencies = {
  AF: 'AFN',
  AU: 'AUD',
  BD: 'BDT',
  FJ: 'FJD',
  ID: 'IDR',
  IN: 'INR',
  KH: 'KHR',
  LA: 'LAK',
  LK: 'LKR',
  MM: 'MMK',
  MV: 'MVR',
  MY: 'MYR',
  NP: 'NPR',
  PG: 'PGK',
  PH: 'PHP',
  PK: 'PKR',
  SG: 'SGD',
  TH: 'THB',
  TL: 'USD',
  VN: 'VND',
};
