import { admissionParts, admitting, effectiveRule, notAdmitted, reason, whichMember, whomTheyTake } from '@haven/kernel';
import type { AdmissionPart, AdmissionRule, EffectiveRule, Person, Reason } from '@haven/kernel';
import type { Judged } from '../judging/judge-site.js';

/** Somebody who is shut out, and by what. */
export interface WhoFails {
  /** Place in the party. */
  readonly member: number;
  readonly failed: Reason;
}

/** The first member whom the rules of the service, or of every room, refuse. Null: nobody alone. */
export function whoFails({ site: { provider }, service: { ruled, party } }: Judged): WhoFails | null {
  const { admission, beds } = provider;
  const people = ruled.map(({ person }) => person);
  const rooms = (beds?.pools ?? []).map(({ admits }) => effectiveRule(admission, admits));
  return among(people, party, [admission]) ?? (rooms.length > 0 ? among(people, party, rooms) : null);
}

function among(people: readonly Person[], party: readonly Person[], rules: readonly (AdmissionRule | EffectiveRule)[]): WhoFails | null {
  const judges = rules.map((rule) => admitting(rule, party));
  const failing = people.map((person) => judges.map((judge) => failingParts(judge.partsOn(person))));
  const first = failing.findIndex((each) => each.every((parts) => parts.length > 0));
  if (first === -1) return null;
  const part = failing[first]![0]!.find((one) => failing[first]!.every((parts) => parts.includes(one)));
  const member = party.indexOf(people[first]!);
  const who = whichMember(party, member);
  const failed = part ? notAdmitted(part, { ...who, ...whomTheyTake(part, rules) }) : reason('NOT_ADMITTED_TO_BEDS', who);
  return { member, failed };
}

const failingParts = (verdicts: ReturnType<ReturnType<typeof admitting>['partsOn']>): AdmissionPart[] =>
  admissionParts.filter((_, index) => verdicts[index]!.verdict === 'FAILS');
