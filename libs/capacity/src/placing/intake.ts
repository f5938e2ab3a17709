import { reason, type FieldProblem, type Reason } from '@haven/kernel';
import type { Door } from './closed-door.js';
import { holdMinutes } from './hold.js';

/** How a shelter takes people in. */
export interface Intake extends Door {
  /** Whether the shelter accepts each hold itself. */
  readonly requiresAcceptance: boolean;
  /** Minutes in which the shelter has to accept a hold; after that the hold ends. */
  readonly acceptanceMinutes: number;
  /** Length of a hold that gives no minutes. */
  readonly usualMinutes: number;
  /** The most beds that one organization may hold at a time. Null: no limit. */
  readonly mostBedsPerOrganization: number | null;
  /** 0: nobody has set anything yet. */
  readonly version: number;
}

/** The defaults of a shelter that has set nothing. */
export const usualIntake: Intake = {
  open: true,
  closedBecause: null,
  closedUntil: null,
  requiresAcceptance: false,
  acceptanceMinutes: 20,
  usualMinutes: holdMinutes.usual,
  mostBedsPerOrganization: null,
  version: 0,
};

const acceptance = { least: 5, most: 120 } as const;
const mostBeds = 1_000;

/** What is wrong with the fields given. */
export function intakeProblems({ acceptanceMinutes, usualMinutes, mostBedsPerOrganization }: Partial<Intake>): FieldProblem[] {
  const check = (path: string, value: number | null | undefined, least: number, most: number): FieldProblem[] =>
    value === null || value === undefined || (Number.isInteger(value) && value >= least && value <= most)
      ? []
      : [{ path, message: `Give a whole number from ${least} to ${most}, or leave it out.` }];
  return [
    ...check('acceptanceMinutes', acceptanceMinutes, acceptance.least, acceptance.most),
    ...check('usualMinutes', usualMinutes, holdMinutes.least, holdMinutes.most),
    ...check('mostBedsPerOrganization', mostBedsPerOrganization, 1, mostBeds),
  ];
}

/** Why the shelter takes no more from an organization that holds this many beds there already; null: it does. */
export function intakeRefusal({ open, mostBedsPerOrganization: most }: Intake, alreadyHeld: number, wanted: number): Reason | null {
  if (!open) return reason('INTAKE_CLOSED');
  return most !== null && alreadyHeld + wanted > most ? reason('HOLD_LIMIT', { most }) : null;
}

/** How many more beds an organization may hold there. */
export const bedsAllowed = ({ mostBedsPerOrganization: most }: Intake, alreadyHeld: number): number =>
  most === null ? Infinity : Math.max(0, most - alreadyHeld);
