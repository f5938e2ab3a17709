import type { ReasonCode } from '@haven/kernel';
import type { Judged } from './judge-site.js';
import type { MatchRequest } from '../request/request.js';

/** How many services one rule removed from those that the rules before had left. */
export interface FunnelStep {
  readonly code: ReasonCode;
  readonly removed: number;
  readonly left: number;
}

/** Services of a category, wherever they are. */
export interface Listed {
  readonly services: number;
  readonly active: number;
}

/** Rules in the order in which a person would check them: the place, then the people, then the beds. */
const rules: readonly (readonly [ReasonCode, ...ReasonCode[]])[] = [
  ['OTHER_COUNTRY', 'NO_PAPERS_TO_CROSS'],
  ['IN_AVOIDED_AREA', 'MAY_BE_IN_AVOIDED_AREA'],
  ['OUTSIDE_SERVICE_AREA'],
  ['NOT_ADMITTED_PERSONS'],
  ['NOT_ADMITTED_LEGAL_STATUS'],
  ['NOT_ADMITTED_NATIONALITY'],
  ['NOT_ADMITTED_EXPLOITATION'],
  ['NOT_ADMITTED_PREGNANCY'],
  ['NOT_ADMITTED_ACCESSIBILITY'],
  ['EXCLUDED_ORGANIZATION'],
  ['NOT_INTERPRETED'],
  ['INTERPRETER_UNSUITABLE'],
  ['INTAKE_CLOSED'],
  ['NOT_ADMITTED_TO_BEDS'],
  ['NO_BEDS'],
];

/** `judged`: all places within the distance. A service stays as long as one of its places does. */
export function funnelOf(request: MatchRequest, listed: Listed, considered: number, judged: readonly Judged[]): FunnelStep[] {
  const steps: FunnelStep[] = [
    { code: 'NOT_ACTIVE', removed: listed.services - listed.active, left: listed.active },
    { code: 'TOO_FAR', removed: listed.active - considered, left: considered },
  ];
  let left = judged.filter(({ site }) => site.active);
  for (const codes of rules) {
    const before = servicesOf(left);
    left = left.filter(({ failed }) => !failed.some(({ code }) => codes.includes(code)));
    const after = servicesOf(left);
    steps.push({ code: codeOf(codes, request), removed: before - after, left: after });
  }
  return steps;
}

const servicesOf = (judged: readonly Judged[]): number => new Set(judged.map(({ site }) => site.serviceId)).size;

const codeOf = ([code, other]: (typeof rules)[number], { border }: MatchRequest): ReasonCode =>
  code === 'OTHER_COUNTRY' && border === 'NO_PAPERS' ? other! : code;
