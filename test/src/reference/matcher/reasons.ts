import type { AskedNeed, AskedPerson, ListedService, MatchRequest, Rule } from '../contract-types.js';
import { isStay, knowsBeds } from './burden.js';
import { uncaredFor, type ChildrenRules } from './children.js';
import type { HoursRules } from './hours.js';
import type { LanguageRules } from './languages.js';
import type { JudgedPool, PeopleRules } from './party.js';
import { countryOf } from './place.js';
import { partyIn, type StandingRules } from './standing.js';
import { needsReferral, placeQuestions, questionsAbout } from './questions.js';
import { partyOf } from './party.js';

/** Codes of the reasons about the rules of a place, and of the questions. */
export interface ExpectedReasons {
  readonly fits: ReadonlySet<string>;
  readonly questions: ReadonlySet<string>;
}

/** Rules for choosing reasons. Each is a function, so that a test can replace one by a wrong one. */
export interface ReasonRules {
  mostQuestions(): number;
  /** Parts that give a reason for somebody who may come, if `open` parts are questions. */
  speaksFor(admission: readonly Rule[], open: ReadonlySet<string>): readonly string[];
}

const isAbout = (part: string) => (code: string) =>
  code.startsWith(`ASK_${part}`) || (part === 'PERSONS' && code === 'ASK_AGE_OR_GENDER_OF_PERSON');

/** A part gives a reason if a rule mentions it, it applies to the person, and it leaves nothing open. */
export const reasonRules: ReasonRules = {
  mostQuestions: () => 3,
  speaksFor: (admission, open) => {
    const isSaid = (part: keyof Rule) => admission.some((rule) => rule[part] !== null);
    const said: Readonly<Record<string, boolean>> = {
      PERSONS: isSaid('persons'),
      LEGAL_STATUS: isSaid('legalStatuses'),
      NATIONALITY: isSaid('nationalities'),
      EXPLOITATION: isSaid('exploitation'),
      PREGNANCY: isSaid('pregnancy'),
      ACCESSIBILITY: isSaid('accessibility'),
    };
    return Object.keys(said).filter((part) => said[part] && ![...open].some(isAbout(part)));
  },
};

/** Parts that apply to some people only. */
const concerns: Readonly<Record<string, (person: AskedPerson) => boolean>> = {
  PREGNANCY: ({ pregnant }) => pregnant === true,
  ACCESSIBILITY: ({ accessibility }) => (accessibility ?? []).length > 0,
};

interface ReasonQuestion {
  readonly request: MatchRequest;
  readonly need: AskedNeed;
  readonly asOf: string;
  readonly rules: PeopleRules & ReasonRules & HoursRules & StandingRules & LanguageRules & ChildrenRules;
}

/** If everybody is under one rule: that of the room, or of the service. */
export function expectedReasons(
  service: ListedService,
  room: JudgedPool | null,
  country: string | null,
  { request, need, asOf, rules }: ReasonQuestion,
): ExpectedReasons {
  const party = partyIn(country, request, rules);
  const travellers = rules.mustFit(need, party);
  const admission = room?.admits ?? [service.admission];
  const rooms = room ? [room] : [];
  const each = travellers.map((person) => questionsAbout(admission, person, party, rules));
  const speaks = each.map((open) => rules.speaksFor(admission, open));
  const parts = speaks[0]!.filter(
    (part) => speaks.every((those) => those.includes(part)) && (concerns[part] === undefined || travellers.some(concerns[part])),
  );
  const isOpen = each.some(({ size }) => size > 0);
  return {
    fits: new Set([
      ...parts.map((part) => `ADMITTED_${part}`),
      ...(isOpen ? [] : ['ADMITTED']),
      ...(needsReferral(service, rooms) === false ? ['NO_REFERRAL_NEEDED'] : []),
    ]),
    questions: new Set([
      ...each.flatMap((open) => [...open]),
      ...placeQuestions(service, country, request.origin.point, rooms),
      ...(isStay(need) && !knowsBeds(service) ? ['ASK_BEDS'] : []),
      ...(isStay(need) && uncaredFor(party, rules).length > 0 ? ['ASK_CARER'] : []),
      ...rules.talk(service, request, need, rules).asks,
      ...(rules.hoursKm(service, null, asOf, rules) === 3 ? ['ASK_HOURS'] : []),
      ...(asksForPapers(country, request) ? ['ASK_PAPERS'] : []),
    ]),
  };
}

/** People with papers of their own are not asked about. */
const withPapers = ['CITIZEN', 'RESIDENT', 'TEMPORARY'];

function asksForPapers(country: string | null, request: MatchRequest): boolean {
  const here = countryOf(request.origin.point);
  const isAcross = here !== null && country !== null && here !== country;
  return isAcross && partyOf(request).some(({ legalStatus }) => !withPapers.includes(legalStatus ?? ''));
}
