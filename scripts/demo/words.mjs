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

/** HSDS wants a name beside the code; a table, since names from the platform's own data change with its version. */
export const languageNames = {
  ace: 'Acehnese',
  ar: 'Arabic',
  bbc: 'Batak Toba',
  bn: 'Bengali',
  cbk: 'Chavacano',
  ceb: 'Cebuano',
  ctg: 'Chittagonian',
  dtp: 'Kadazan Dusun',
  dv: 'Dhivehi',
  en: 'English',
  fa: 'Persian',
  fj: 'Fijian',
  fr: 'French',
  hi: 'Hindi',
  hif: 'Fiji Hindi',
  ho: 'Hiri Motu',
  id: 'Indonesian',
  jv: 'Javanese',
  km: 'Khmer',
  ko: 'Korean',
  ksw: "S'gaw Karen",
  lo: 'Lao',
  mai: 'Maithili',
  ms: 'Malay',
  my: 'Burmese',
  ne: 'Nepali',
  nod: 'Northern Thai',
  pa: 'Punjabi',
  ps: 'Pashto',
  pt: 'Portuguese',
  rhg: 'Rohingya',
  sd: 'Sindhi',
  shn: 'Shan',
  si: 'Sinhala',
  ta: 'Tamil',
  tet: 'Tetum',
  th: 'Thai',
  tl: 'Tagalog',
  tpi: 'Tok Pisin',
  tsg: 'Tausug',
  ur: 'Urdu',
  vi: 'Vietnamese',
  zh: 'Chinese',
};

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
