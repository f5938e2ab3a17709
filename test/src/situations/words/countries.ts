import { known } from './phrases.js';

const countries = {
  Afghanistan: 'AF',
  Australia: 'AU',
  Bangladesh: 'BD',
  Cambodia: 'KH',
  India: 'IN',
  Indonesia: 'ID',
  Laos: 'LA',
  Malaysia: 'MY',
  Myanmar: 'MM',
  Nepal: 'NP',
  Pakistan: 'PK',
  Philippines: 'PH',
  Thailand: 'TH',
  Vietnam: 'VN',
} as const;

/** ISO 3166-1 code of a country by its name. */
export const countryNamed = (name: string): string => known(countries, name.replace(/^the /, ''));
