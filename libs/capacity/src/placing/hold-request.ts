import { readCarers, type FieldProblem, type Gender, type NamedMember } from '@haven/kernel';
import { holdMinutes, mostInParty } from './hold.js';

/**
 * One person who needs a bed; nothing that identifies them. Whole years; null: unknown. `carer`: index in the party of the person who cares
 * for them.
 */
export interface PartyMember {
  readonly gender: Gender;
  readonly age?: number | null;
  readonly carer?: number | null;
}

/** One person who needs a bed, with the names of the request. */
export interface MemberGiven extends NamedMember {
  readonly gender: Gender;
}

/** Beds for a party at one service. */
export interface HoldRequest {
  readonly party: readonly MemberGiven[];
  /** Default: one for each person. With fewer, some share. */
  readonly beds?: number | null;
  readonly minutes?: number | null;
  readonly caseReference?: string | null;
}

/** The party without the names from its request. */
export function partyOf(given: readonly MemberGiven[]): PartyMember[] {
  const { carers } = readCarers(given, String);
  return given.map(({ gender, age }, index) => ({ gender, age: age ?? null, carer: carers[index]! }));
}

const oldest = 120;
const isWhole = (value: number, least: number, most: number): boolean => Number.isInteger(value) && value >= least && value <= most;

/** What is wrong with a request, without looking at any pool. */
export function holdRequestProblems({ party, beds, minutes }: HoldRequest): FieldProblem[] {
  const problem = (path: string, message: string): FieldProblem => ({ path, message });
  const problems: FieldProblem[] = [];
  if (party.length < 1 || party.length > mostInParty)
    problems.push(problem('party', `Name 1 to ${mostInParty} people who need a bed; hold twice for more.`));
  party.forEach(({ age }, index) => {
    if (age !== null && age !== undefined && !isWhole(age, 0, oldest))
      problems.push(problem(`party.${index}.age`, `Give whole years from 0 to ${oldest}, or leave it out when it is not known.`));
  });
  problems.push(...readCarers(party.slice(0, mostInParty), (index) => `party.${index}`).problems);
  if (beds !== null && beds !== undefined && !isWhole(beds, 1, mostInParty))
    problems.push(problem('beds', `Give 1 to ${mostInParty} beds, or leave it out for one each.`));
  problems.push(...minutesProblems(minutes));
  return problems;
}

/** What is wrong with the length of a hold. */
export function minutesProblems(minutes: number | null | undefined): FieldProblem[] {
  const { least, most } = holdMinutes;
  if (minutes === null || minutes === undefined || isWhole(minutes, least, most)) return [];
  return [{ path: 'minutes', message: `Give ${least} to ${most} minutes, or leave it out for the usual time of the shelter.` }];
}
