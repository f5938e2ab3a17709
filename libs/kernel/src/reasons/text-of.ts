import { furtherSentences, type Reason } from './reasons.js';
import { translationFor } from './translations.js';
import type { Translation } from './translation.js';
import { valuesIn, type Sayer } from './values.js';

/** The reason in the language of the locale, otherwise in English. */
export function textOf(reason: Reason, locale: string | null): string {
  const translation = translationFor(locale);
  const say = sayerOf(translation);
  const values = /\{(\w+)\}/g;
  return sentencesOf(reason, translation).replace(values, (_, name: string) => isolated(say(name, reason.data[name]), translation));
}

/** The sentences of a reason before its values are inserted. */
export function sentencesOf(reason: Reason, { texts, words }: Translation): string {
  const { about, takes, byTerms } = furtherSentences(reason);
  return [texts[reason.code], ...(about ? [words[about]] : []), ...(takes ? [texts[takes]] : []), ...(byTerms ? [words.byTerms] : [])].join(
    ' ',
  );
}

/** In a right-to-left text, a number or a Latin name would reorder its neighbours. Invisible characters isolate it. */
const isolated = (value: string, { rightToLeft }: Translation): string => (rightToLeft ? `\u2068${value}\u2069` : value);

/** Formatters are expensive, so each is made for the first text of a language. */
const sayers = new Map<Translation, Sayer>();

function sayerOf(translation: Translation): Sayer {
  const known = sayers.get(translation);
  if (known) return known;
  const sayer = valuesIn(translation);
  sayers.set(translation, sayer);
  return sayer;
}
