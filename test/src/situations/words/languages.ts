import { known } from './phrases.js';

const languages = {
  Acehnese: 'ace',
  Arabic: 'ar',
  Auslan: 'asf',
  Bengali: 'bn',
  BISINDO: 'inl',
  Burmese: 'my',
  Cebuano: 'ceb',
  Chittagonian: 'ctg',
  Dari: 'prs',
  English: 'en',
  'Filipino Sign Language': 'psp',
  Hazaragi: 'haz',
  Hindi: 'hi',
  Indonesian: 'id',
  Khmer: 'km',
  Lao: 'lo',
  Malay: 'ms',
  'Malaysian Sign Language': 'xml',
  Mandarin: 'cmn',
  'Myanmar Sign Language': 'ysm',
  Nepali: 'ne',
  Persian: 'fa',
  Rohingya: 'rhg',
  "S'gaw Karen": 'ksw',
  Tagalog: 'tl',
  Tetum: 'tet',
  Thai: 'th',
  'Thai Sign Language': 'tsq',
  Urdu: 'ur',
  Vietnamese: 'vi',
} as const;

/** BCP 47 tag of a language by its name. */
export const languageNamed = (name: string): string => known(languages, name);

/** Tags of "Khmer and Thai", in that order. */
export const languagesNamed = (text: string): string[] => text.split(' and ').map(languageNamed);
