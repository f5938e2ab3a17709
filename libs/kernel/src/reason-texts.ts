import type { Reason, ReasonCode } from './reasons.js';

type Messages = Readonly<Record<ReasonCode, string>>;

const english: Messages = {
  NEARBY: '{km} km away.',
  ADMITTED: 'Its rules admit everyone who has to be admitted.',
  BEDS_FREE: 'Free beds: {free}; needed: {needed}.',
  LANGUAGE_SPOKEN: 'They speak {language}.',
  LANGUAGE_NOT_SPOKEN: 'They speak none of the languages asked for: arrange an interpreter.',
  BED_COUNT_OLD: 'The beds were last counted {confirmedAt}: call to confirm.',
  LAST_BEDS: 'These are the last free beds: hold them now.',
  ASSESSMENT_REQUIRED:
    'They say yes or no to each request themselves: hold the beds and wait for their answer, or call and ask what they need.',
  REFERRAL_REQUIRED: 'They take people only on referral: refer before the person travels.',
  CROSSES_BORDER: 'It is in another country ({country}).',
  PLACE_CONFIDENTIAL: 'The address is confidential: call before the person travels. The distance is to the middle of its area.',
  CHILD_APART:
    'A child (the {member} person named) would sleep in a room without any adult who came with them: call and ask whether they can sleep together, or take another match.',
  ASK_PERSONS: 'Ask whether they take everyone here, by gender and age: the directory does not say, or leaves it open.',
  ASK_LEGAL_STATUS: 'Ask the shelter or service, not the person, which legal statuses they take: the directory does not say.',
  ASK_NATIONALITY: 'Ask the shelter or service, not the person, which nationalities they take: the directory does not say.',
  ASK_EXPLOITATION: 'Ask the shelter or service, not the person, which forms of exploitation they work with: the directory does not say.',
  ASK_PREGNANCY: 'Ask whether they take people who are pregnant: the directory does not say.',
  ASK_ACCESSIBILITY: 'Ask whether they can meet the accessibility needs: the directory does not say.',
  ASK_AGE_OR_GENDER_OF_PERSON: 'Whom they take depends on gender and age: ask the person what is not known yet.',
  ASK_LEGAL_STATUS_OF_PERSON: 'Whom they take depends on legal status: ask only what the person is ready to tell.',
  ASK_NATIONALITY_OF_PERSON: 'Whom they take depends on nationality: ask only what the person is ready to tell.',
  ASK_EXPLOITATION_OF_PERSON: 'Whom they take depends on the form of exploitation: ask only what the person is ready to tell.',
  ASK_PREGNANCY_OF_PERSON: 'They do not take people who are pregnant: ask whether anyone is.',
  ASK_ACCESSIBILITY_OF_PERSON: 'Ask the person about accessibility needs.',
  ASK_REFERRAL: 'Ask whether they need a referral: the directory does not say.',
  ASK_BEDS: 'Ask about free beds: the directory has no count.',
  ASK_LANGUAGES: 'Ask which languages they speak: the directory does not say.',
  ASK_COUNTRY: 'Ask which country it is in before anyone travels: the directory does not say.',
  ASK_PAPERS: 'It is in another country: ask whether everyone has papers to cross the border.',
  ASK_SERVICE_AREA: 'Ask whether they serve the place where the person is: how the directory gives their area is not clear.',
  NOT_ACTIVE: 'It takes nobody now: it is {status}. Take another match.',
  TOO_FAR: 'It is {km} km away: allow a greater distance.',
  OTHER_COUNTRY: 'It is in another country ({country}): allow crossing the border, if everyone has papers for that.',
  NO_PAPERS_TO_CROSS:
    'It is in another country ({country}), and somebody has no papers to cross the border: look for a place on this side.',
  IN_AVOIDED_AREA: 'It is in an area to avoid: do not send anybody there.',
  OUTSIDE_SERVICE_AREA: 'It does not serve the area where the person is: call and ask whether they make an exception.',
  NOT_ADMITTED_PERSONS: 'It does not take everyone here, by gender or age: take another match, or call and ask.',
  NOT_ADMITTED_LEGAL_STATUS: 'It does not take everyone here, by legal status: take another match, or call and ask.',
  NOT_ADMITTED_NATIONALITY: 'It does not take everyone here, by nationality: take another match, or call and ask.',
  NOT_ADMITTED_EXPLOITATION: 'It works with people who lived through other forms of exploitation: take another match, or call and ask.',
  NOT_ADMITTED_PREGNANCY: 'It does not take people who are pregnant: take another match, or call and ask.',
  NOT_ADMITTED_ACCESSIBILITY: 'It cannot meet an accessibility need: take another match, or call and ask.',
  NOT_ADMITTED_TO_BEDS:
    'None of its rooms is for everyone who needs a bed, by gender, age or another rule: take another match, or call and ask.',
  NO_BEDS: 'Not everyone finds a bed in its rooms ({free} free in all, {needed} needed): take another match, or join the waiting list.',
  INTAKE_CLOSED: 'It takes nobody new at the moment: take the next match, or call.',
  HOLD_LIMIT:
    'An organization may hold {most} beds there at a time, and yours would hold more: release a hold that is not needed. Where more people need beds than that, call the shelter, or take another match.',
  TOO_FEW_BEDS:
    'Not everyone here would find a bed there even if all were free ({beds} in all, {needed} needed): take another match, or ask for fewer beds if some can share.',
};

/** Texts by base language; English stands in for every other one. */
const catalogues: Readonly<Record<string, Messages>> = { en: english };

/** The reason in the language of the locale, else in English. */
export function textOf({ code, data }: Reason, locale: string | null): string {
  const messages = catalogues[locale?.split('-')[0]?.toLowerCase() ?? 'en'] ?? english;
  return messages[code].replace(/\{(\w+)\}/g, (_, name: string) => inWords(name, data[name]));
}

const languageNames = new Intl.DisplayNames('en', { type: 'language' });
const countryNames = new Intl.DisplayNames('en', { type: 'region' });
const moments = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });
const ordinalEndings: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd' };
const ordinal = (number: number): string => `${number}${ordinalEndings[ordinals.select(number)] ?? 'th'}`;

/** How a value of a reason is said to a person. */
const wordings: Readonly<Record<string, (value: string) => string>> = {
  language: (tag) => nameOf(languageNames, tag),
  country: (code) => nameOf(countryNames, code),
  confirmedAt: (time) => `on ${moments.format(new Date(time))} UTC`,
  // Counted from 0 in the request.
  member: (place) => ordinal(Number(place) + 1),
  status: (status) => status.toLowerCase().replaceAll('_', ' '),
};

/** What is no code at all stays as the directory has it: a text must not cost the answer. */
function nameOf(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

const unknownValues: Readonly<Record<string, string>> = { confirmedAt: 'at an unknown time', country: 'which one is not known' };

function inWords(name: string, value: string | number | undefined): string {
  if (value === undefined) return unknownValues[name] ?? '?';
  return wordings[name]?.(String(value)) ?? String(value);
}
