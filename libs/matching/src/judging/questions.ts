import { askFurther } from '@haven/kernel';
import type { AskCode, LegalStatus, Person, Reason } from '@haven/kernel';
import type { Judged } from './judge-site.js';
import type { MatchRequest } from '../request/request.js';

/** Nobody asks more than this on one call; the rest becomes one reason. */
const questionsMost = 3;

/** Questions about a match: those that matter most to these people first, and the rest combined into one. */
export function chosenQuestions(request: MatchRequest, { asks, service: { ruled } }: Judged): Reason[] {
  const people = ruled.map(({ person }) => person);
  const weights = new Map(asks.map((ask) => [ask, weightOf(ask.code as AskCode, people, request)]));
  const sorted = [...asks].sort((a, b) => weights.get(b)! - weights.get(a)!);
  const rest = sorted.slice(questionsMost).map(({ code }) => code as AskCode);
  return [...sorted.slice(0, questionsMost), ...(rest.length > 0 ? [askFurther(rest)] : [])];
}

function weightOf(code: AskCode, people: readonly Person[], request: MatchRequest): number {
  const weight = weights[code];
  return typeof weight === 'number' ? weight : people.some((person) => weight.when(person, request)) ? weight.then : weight.otherwise;
}

/** The weight of a question that depends on the people: `then` if one of them could be turned away by the answer. */
interface Depending {
  readonly when: (person: Person, request: MatchRequest) => boolean;
  readonly then: number;
  readonly otherwise: number;
}

const safeStatuses: readonly (LegalStatus | null)[] = ['CITIZEN', 'RESIDENT', 'UNKNOWN', null];

/** First, whether anybody can come at all; then known traits of these people; then what the rule asks of them. */
const weights: Readonly<Record<AskCode, number | Depending>> = {
  ASK_BEDS: 100,
  ASK_CARER: 98,
  ASK_PERSONS: 95,
  ASK_AGE_OR_GENDER_OF_PERSON: 90,
  ASK_COUNTRY: 85,
  ASK_PAPERS: 84,
  ASK_INTERPRETER_COMMUNITY: 83,
  ASK_INTERPRETER_GENDER: 82,
  ASK_INTERPRETER_BY_PHONE: 81,
  ASK_PREGNANCY: 80,
  ASK_ACCESSIBILITY: 78,
  ASK_LEGAL_STATUS: { when: ({ legalStatus }) => !safeStatuses.includes(legalStatus), then: 75, otherwise: 30 },
  ASK_SERVICE_AREA: 72,
  ASK_LEGAL_STATUS_OF_PERSON: 70,
  ASK_PREGNANCY_OF_PERSON: 65,
  ASK_NATIONALITY_OF_PERSON: 62,
  ASK_EXPLOITATION_OF_PERSON: 60,
  ASK_ACCESSIBILITY_OF_PERSON: 55,
  ASK_REFERRAL: 50,
  ASK_HOURS: 47,
  ASK_LANGUAGES: 45,
  ASK_NATIONALITY: {
    when: ({ nationality }, { originCountry }) => nationality !== null && nationality.toUpperCase() !== originCountry,
    then: 48,
    otherwise: 10,
  },
  ASK_EXPLOITATION: { when: ({ exploitation }) => (exploitation ?? []).length > 0, then: 40, otherwise: 20 },
};
