import { enumOf } from '../enum-of.js';
import type { PersonClause } from '../admission/admission.js';
import type { AdmissionPart } from '../admission/part-verdicts.js';

/** FIT: for the match. CAUTION: against it. ASK: a question that the directory or the request leaves open. */
export const ReasonKind = enumOf('FIT', 'CAUTION', 'ASK');
/** {@link ReasonKind} */
export type ReasonKind = (typeof ReasonKind)[keyof typeof ReasonKind];

/** Every reason with its kind. The codes are public: never rename one. */
export const reasonKinds = {
  NEARBY: 'FIT',
  ADMITTED: 'FIT',
  ADMITTED_PERSONS: 'FIT',
  ADMITTED_LEGAL_STATUS: 'FIT',
  ADMITTED_NATIONALITY: 'FIT',
  ADMITTED_EXPLOITATION: 'FIT',
  ADMITTED_PREGNANCY: 'FIT',
  ADMITTED_ACCESSIBILITY: 'FIT',
  NO_REFERRAL_NEEDED: 'FIT',
  BEDS_FREE: 'FIT',
  LANGUAGE_SPOKEN: 'FIT',
  LANGUAGE_CLOSE: 'FIT',
  INTERPRETER_THERE: 'FIT',
  INTERPRETER_BY_PHONE: 'FIT',
  INTERPRETS: 'FIT',
  INTERPRETER_SUITABLE: 'FIT',
  OPEN_NOW: 'FIT',
  PHONE_ALWAYS: 'FIT',

  LANGUAGE_NOT_SPOKEN: 'CAUTION',
  BED_COUNT_OLD: 'CAUTION',
  LAST_BEDS: 'CAUTION',
  ASSESSMENT_REQUIRED: 'CAUTION',
  REFERRAL_REQUIRED: 'CAUTION',
  CROSSES_BORDER: 'CAUTION',
  PLACE_CONFIDENTIAL: 'CAUTION',
  POSITION_BY_CITY: 'CAUTION',
  POSITION_UNKNOWN: 'CAUTION',
  GONE_FROM_DIRECTORY: 'CAUTION',
  CHILD_APART: 'CAUTION',
  INVOLVE_CHILD_PROTECTION: 'CAUTION',
  INVOLVE_GUARDIAN: 'CAUTION',
  CLOSED_NOW: 'CAUTION',
  INTAKE_LATER: 'CAUTION',

  ASK_PERSONS: 'ASK',
  ASK_LEGAL_STATUS: 'ASK',
  ASK_NATIONALITY: 'ASK',
  ASK_EXPLOITATION: 'ASK',
  ASK_PREGNANCY: 'ASK',
  ASK_ACCESSIBILITY: 'ASK',
  ASK_AGE_OR_GENDER_OF_PERSON: 'ASK',
  ASK_LEGAL_STATUS_OF_PERSON: 'ASK',
  ASK_NATIONALITY_OF_PERSON: 'ASK',
  ASK_EXPLOITATION_OF_PERSON: 'ASK',
  ASK_PREGNANCY_OF_PERSON: 'ASK',
  ASK_ACCESSIBILITY_OF_PERSON: 'ASK',
  ASK_REFERRAL: 'ASK',
  ASK_BEDS: 'ASK',
  ASK_CARER: 'ASK',
  ASK_LANGUAGES: 'ASK',
  ASK_INTERPRETER_GENDER: 'ASK',
  ASK_INTERPRETER_BY_PHONE: 'ASK',
  ASK_INTERPRETER_COMMUNITY: 'ASK',
  ASK_HOURS: 'ASK',
  ASK_COUNTRY: 'ASK',
  ASK_PAPERS: 'ASK',
  ASK_SERVICE_AREA: 'ASK',
  ASK_FURTHER: 'ASK',

  NOT_ACTIVE: 'CAUTION',
  TOO_FAR: 'CAUTION',
  OTHER_COUNTRY: 'CAUTION',
  NO_PAPERS_TO_CROSS: 'CAUTION',
  IN_AVOIDED_AREA: 'CAUTION',
  MAY_BE_IN_AVOIDED_AREA: 'CAUTION',
  OUTSIDE_SERVICE_AREA: 'CAUTION',
  NOT_ADMITTED_PERSONS: 'CAUTION',
  NOT_ADMITTED_LEGAL_STATUS: 'CAUTION',
  NOT_ADMITTED_NATIONALITY: 'CAUTION',
  NOT_ADMITTED_EXPLOITATION: 'CAUTION',
  NOT_ADMITTED_PREGNANCY: 'CAUTION',
  NOT_ADMITTED_ACCESSIBILITY: 'CAUTION',
  NOT_ADMITTED_TO_BEDS: 'CAUTION',
  NO_BEDS: 'CAUTION',
  INTAKE_CLOSED: 'CAUTION',
  NOT_INTERPRETED: 'CAUTION',
  INTERPRETER_UNSUITABLE: 'CAUTION',
  EXCLUDED_ORGANIZATION: 'CAUTION',
  HOLD_LIMIT: 'CAUTION',
  TOO_FEW_BEDS: 'CAUTION',
} as const satisfies Record<string, ReasonKind>;

/** {@link reasonKinds} */
export type ReasonCode = keyof typeof reasonKinds;

/** The people whom a clause admits, for the text of a reason. */
export type ClauseInText = Pick<PersonClause, 'genders' | 'minimumAge' | 'maximumAge' | 'accompaniedOnly'>;

/** A value in the text of a reason. */
export type ReasonValue = string | number | readonly string[] | readonly number[] | readonly ClauseInText[];

/** Values of a text; never facts about the person that the caller did not just give. */
export type ReasonData = Readonly<Record<string, ReasonValue>>;

/** Why a service is, or is not, among the matches. */
export interface Reason {
  readonly code: ReasonCode;
  readonly kind: ReasonKind;
  readonly data: ReasonData;
}

/** Builds a reason. */
export const reason = (code: ReasonCode, data: ReasonData = {}): Reason => ({ code, kind: reasonKinds[code], data });

const suffix = {
  persons: 'PERSONS',
  legalStatuses: 'LEGAL_STATUS',
  nationalities: 'NATIONALITY',
  exploitation: 'EXPLOITATION',
  pregnancy: 'PREGNANCY',
  accessibility: 'ACCESSIBILITY',
} as const satisfies Record<AdmissionPart, string>;

/** The part admits everybody who has to be admitted. */
export const admittedBy = (part: AdmissionPart, data: ReasonData = {}): Reason => reason(`ADMITTED_${suffix[part]}`, data);

/** The part refuses somebody; `data` says whom, and whom the rules admit instead. */
export const notAdmitted = (part: AdmissionPart, data: ReasonData = {}): Reason => reason(`NOT_ADMITTED_${suffix[part]}`, data);

/** The member that a reason is about; empty for a party of one. */
export const whichMember = (party: readonly unknown[], member: number): ReasonData => (party.length > 1 ? { member } : {});

/** The members that a reason is about: the first one, and if there are several, all of them. */
export const whichMembers = (party: readonly unknown[], members: readonly number[]): ReasonData => ({
  ...whichMember(party, members[0]!),
  ...(members.length > 1 && { members }),
});

/** Further sentences of a reason, if it has the values for them: which members are meant, whom the rules take, and by which terms. */
export function furtherSentences({ code, data: { terms, members, ...data } }: Reason): FurtherSentences {
  const byTerms = terms !== undefined;
  const about = members !== undefined ? 'aboutMembers' : data['member'] !== undefined ? 'aboutMember' : null;
  if (code.startsWith('INVOLVE')) return { about, takes: null, byTerms };
  if (!code.startsWith('NOT_ADMITTED')) return { about: null, takes: null, byTerms };
  const takes = code.replace('NOT_', '') as ReasonCode;
  const hasValues = Object.values(data).some((value) => typeof value === 'object' && value.length > 0);
  return { about, takes: hasValues ? takes : null, byTerms };
}

interface FurtherSentences {
  readonly about: 'aboutMember' | 'aboutMembers' | null;
  readonly takes: ReasonCode | null;
  readonly byTerms: boolean;
}

/** The part is open: the place does not say it, or the person did not. */
export function askAbout(part: AdmissionPart, silent: 'PLACE' | 'PERSON', data: ReasonData = {}): Reason {
  if (silent === 'PLACE') return reason(`ASK_${suffix[part]}`, data);
  return part === 'persons' ? reason('ASK_AGE_OR_GENDER_OF_PERSON') : reason(`ASK_${suffix[part]}_OF_PERSON`);
}

/** Questions that can be combined into one. */
export type AskCode = Exclude<Extract<ReasonCode, `ASK_${string}`>, 'ASK_FURTHER'>;

type TopicOf<Code> = Code extends 'ASK_AGE_OR_GENDER_OF_PERSON'
  ? 'PERSONS'
  : Code extends `ASK_${infer Part}_OF_PERSON`
    ? Part
    : Code extends `ASK_${infer Part}`
      ? Part
      : never;

/** The subject of a question, regardless of who answers it. */
export type AskTopic = TopicOf<AskCode>;

/** Several questions in one, the most important first. */
export const askFurther = (codes: readonly AskCode[]): Reason =>
  reason('ASK_FURTHER', { parts: codes.map((code) => code.replace('ASK_', '')) });
