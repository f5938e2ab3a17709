import { folded, lazily } from '@haven/kernel';

/** Countries where nearly everybody speaks one language. People who write "Vietnam" in a column of languages mean Vietnamese. */
const spokenIn: Readonly<Record<string, string>> = {
  ...{ VN: 'vi', TH: 'th', KH: 'km', LA: 'lo', MM: 'my', ID: 'id', PH: 'fil', KR: 'ko', KP: 'ko', JP: 'ja', CN: 'zh', TW: 'zh', MN: 'mn' },
  ...{
    BD: 'bn',
    IR: 'fa',
    TR: 'tr',
    AM: 'hy',
    AZ: 'az',
    SO: 'so',
    HT: 'ht',
    GR: 'el',
    HU: 'hu',
    PL: 'pl',
    UA: 'uk',
    RU: 'ru',
    AL: 'sq',
    RO: 'ro',
  },
  ...{ BG: 'bg', HR: 'hr', RS: 'sr', CZ: 'cs', SK: 'sk', SI: 'sl', LT: 'lt', LV: 'lv', EE: 'et', FR: 'fr', DE: 'de', AT: 'de', IT: 'it' },
  ...{ PT: 'pt', BR: 'pt', MX: 'es', ES: 'es', GT: 'es', HN: 'es', SV: 'es', NI: 'es', CR: 'es', PA: 'es', CU: 'es', DO: 'es', CO: 'es' },
  ...{ VE: 'es', EC: 'es', CL: 'es', AR: 'es', UY: 'es' },
};

/** Locales in which people write names of countries. */
const locales = ['en', 'fr', 'es', 'pt', 'de', 'it', 'ar', 'fa', 'ur', 'bn', 'my', 'th', 'km', 'vi', 'id', 'ms', 'fil'];
const otherNames: Readonly<Record<string, string>> = { Korea: 'ko', 'North Korea': 'ko', 'Viet Nam': 'vi', Burma: 'my', Turkey: 'tr' };

const byName = lazily((): ReadonlyMap<string, string> => {
  const names = new Map(Object.entries(otherNames).map(([name, tag]) => [folded(name), tag]));
  for (const locale of locales) {
    const named = new Intl.DisplayNames(locale, { type: 'region' });
    for (const [country, tag] of Object.entries(spokenIn)) names.set(folded(named.of(country) ?? country), tag);
  }
  return names;
});

/** The language of a country, by the country's name; null if it is not a country, or if people there speak several languages. */
export const languageOfCountry = (name: string): string | null => byName().get(folded(name)) ?? null;
