import { admissionParts, admitting, effectiveRule, notAdmitted, reason, whichMembers, whomTheyTake } from '@haven/kernel';
import type { AdmissionPart, AdmissionRule, EffectiveRule, Person, Reason } from '@haven/kernel';
import type { Judged } from '../judging/judge-site.js';

/** Those who are shut out, and by what. */
export interface WhoFails {
  /** Places in the party. */
  readonly members: readonly number[];
  readonly failed: Reason;
}

/** The members whom the rules of the service, or of every room, refuse, and what refuses the first. Null: nobody alone. */
export function whoFails({ site: { provider }, service: { ruled, party } }: Judged): WhoFails | null {
  const { admission, beds } = provider;
  const people = ruled.map(({ person }) => person);
  const rooms = (beds?.pools ?? []).map(({ admits }) => effectiveRule(admission, admits));
  return among(people, party, [admission]) ?? (rooms.length > 0 ? among(people, party, rooms) : null);
}

function among(people: readonly Person[], party: readonly Person[], rules: readonly (AdmissionRule | EffectiveRule)[]): WhoFails | null {
  const judges = rules.map((rule) => admitting(rule, party));
  const failing = people
    .map((person) => ({ place: party.indexOf(person), parts: judges.map((judge) => failingParts(judge.partsOn(person))) }))
    .filter(({ parts }) => parts.every((some) => some.length > 0));
  const [first] = failing;
  if (!first) return null;
  const part = first.parts[0]!.find((one) => first.parts.every((parts) => parts.includes(one)));
  const members = failing.map(({ place }) => place);
  const who = whichMembers(party, members);
  const failed = part ? notAdmitted(part, { ...who, ...whomTheyTake(part, rules) }) : reason('NOT_ADMITTED_TO_BEDS', who);
  return { members, failed };
}

const failingParts = (verdicts: ReturnType<ReturnType<typeof admitting>['partsOn']>): AdmissionPart[] =>
  admissionParts.filter((_, index) => verdicts[index]!.verdict === 'FAILS');
