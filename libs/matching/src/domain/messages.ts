import type { MatchReason, ReasonCode } from './reasons.js';

type Messages = Readonly<Record<ReasonCode, string>>;

const english: Messages = {
  NEARBY: '{km} km away.',
  ADMITTED: 'Its rules admit everyone who must be admitted.',
  BEDS_FREE: '{free} free beds for the {needed} needed.',
  LANGUAGE_SPOKEN: 'They speak {language}.',
  LANGUAGE_NOT_SPOKEN: 'They speak none of the languages asked for: arrange an interpreter.',
  BED_COUNT_OLD: 'The beds were last counted at {confirmedAt}: call to confirm.',
  LAST_BEDS: 'These are the last free beds.',
  ASSESSMENT_REQUIRED: 'The place decides after an assessment of its own.',
  REFERRAL_REQUIRED: 'They take people only on referral: refer before the person travels.',
  CROSSES_BORDER: 'It is in another country ({country}).',
  PLACE_CONFIDENTIAL: 'The address is confidential: call before the person travels. The distance is to the middle of its area.',
  ASK_PERSONS: 'Ask whom they take: the directory does not say which genders and ages.',
  ASK_LEGAL_STATUS: 'Ask about legal status: the directory does not say whom they take.',
  ASK_NATIONALITY: 'Ask about nationality: the directory does not say whom they take.',
  ASK_EXPLOITATION: 'Ask about forms of exploitation: the directory does not say whom they take.',
  ASK_PREGNANCY: 'Ask whether they take pregnant persons: the directory does not say.',
  ASK_ACCESSIBILITY: 'Ask what the place can offer for the accessibility needs: the directory does not say.',
  ASK_AGE_OR_GENDER_OF_PERSON: 'Their rule depends on gender and age: ask about what is not known of the party.',
  ASK_LEGAL_STATUS_OF_PERSON: 'Their rule depends on legal status: ask about what is not known of the party.',
  ASK_NATIONALITY_OF_PERSON: 'Their rule depends on nationality: ask about what is not known of the party.',
  ASK_EXPLOITATION_OF_PERSON: 'Their rule depends on the form of exploitation: ask about what is not known of the party.',
  ASK_PREGNANCY_OF_PERSON: 'They do not take pregnant persons: ask whether anyone of the party is.',
  ASK_ACCESSIBILITY_OF_PERSON: 'Ask about accessibility needs of the party.',
  ASK_REFERRAL: 'Ask whether they need a referral: the directory does not say.',
  ASK_BEDS: 'Ask about free beds: the directory has no count.',
  ASK_LANGUAGES: 'Ask which languages they speak: the directory does not say.',
  ASK_COUNTRY: 'Ask which country it is in before anyone travels: the directory does not say.',
  ASK_PAPERS: 'It is in another country: ask whether everyone has papers to cross the border.',
  NOT_ACTIVE: 'It is not active now ({status}).',
  TOO_FAR: 'It is {km} km away: allow a greater distance.',
  OTHER_COUNTRY: 'It is in another country ({country}): allow crossing the border.',
  NO_PAPERS_TO_CROSS: 'It is in another country ({country}), and somebody has no papers to cross the border.',
  IN_AVOIDED_AREA: 'It is in an area to avoid.',
  OUTSIDE_SERVICE_AREA: 'It takes nobody from where the person is.',
  NOT_ADMITTED_PERSONS: 'It does not take somebody of this gender and age.',
  NOT_ADMITTED_LEGAL_STATUS: 'It does not take somebody of this legal status.',
  NOT_ADMITTED_NATIONALITY: 'It does not take somebody of this nationality.',
  NOT_ADMITTED_EXPLOITATION: 'It works with other forms of exploitation.',
  NOT_ADMITTED_PREGNANCY: 'It does not take pregnant persons.',
  NOT_ADMITTED_ACCESSIBILITY: 'It cannot meet an accessibility need.',
  NOT_ADMITTED_TO_BEDS: 'None of its rooms takes somebody of the party.',
  NO_BEDS: 'It has too few free beds that the party can use ({free} free, {needed} needed): ask about a waiting list.',
};

/** Texts by base language; English stands in for every other one. */
const catalogues: Readonly<Record<string, Messages>> = { en: english };

/** The reason in the language of the locale, else in English. */
export function textOf({ code, data }: MatchReason, locale: string | null): string {
  const messages = catalogues[locale?.split('-')[0]?.toLowerCase() ?? 'en'] ?? english;
  return messages[code].replace(/\{(\w+)\}/g, (_, name: string) => String(data[name] ?? '?'));
}
