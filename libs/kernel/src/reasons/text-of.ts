import { saidBesides, type Reason } from './reasons.js';
import { translationFor } from './translations.js';
import type { Translation } from './translation.js';
import { valuesIn, type Sayer } from './values.js';

/** The reason in the language of the locale, else in English. */
export function textOf(told: Reason, locale: string | null): string {
  const translation = translationFor(locale);
  const say = sayerOf(translation);
  const values = /\{(\w+)\}/g;
  return sentencesOf(told, translation).replace(values, (_, name: string) => isolated(say(name, told.data[name]), translation));
}

/** The sentences of a reason before its values are in them. */
export function sentencesOf(told: Reason, { texts, words }: Translation): string {
  const { isAboutMember, takes, byTerms } = saidBesides(told);
  return [
    texts[told.code],
    ...(isAboutMember ? [words.aboutMember] : []),
    ...(takes ? [texts[takes]] : []),
    ...(byTerms ? [words.byTerms] : []),
  ].join(' ');
}

/** In a text from right to left a number or a Latin name would pull its neighbours out of order: marks keep it apart. */
const isolated = (value: string, { rightToLeft }: Translation): string => (rightToLeft ? `\u2068${value}\u2069` : value);

/** Formats are dear to make: at the first text of a language. */
const sayers = new Map<Translation, Sayer>();

function sayerOf(translation: Translation): Sayer {
  const known = sayers.get(translation);
  if (known) return known;
  const sayer = valuesIn(translation);
  sayers.set(translation, sayer);
  return sayer;
}
