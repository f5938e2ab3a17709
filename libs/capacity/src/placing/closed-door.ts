import { enumOf, type FieldProblem } from '@haven/kernel';

/** Why a shelter takes nobody new. Being full is not a reason here: the counts say that. */
export const ClosedBecause = enumOf('NO_STAFF', 'ILLNESS', 'REPAIRS', 'SAFETY', 'OTHER');
/** {@link ClosedBecause} */
export type ClosedBecause = (typeof ClosedBecause)[keyof typeof ClosedBecause];

/** Whether a shelter takes newcomers. */
export interface Door {
  /** False: the shelter takes nobody new for now. */
  readonly open: boolean;
  /** null: it is open, or gave no reason. */
  readonly closedBecause: ClosedBecause | null;
  /** When it opens by itself, ISO 8601; null: it is open, or stays closed until somebody opens it. */
  readonly closedUntil: string | null;
}

/** A change of the intake; null or left out: no change. */
export interface SaidOfDoor {
  readonly open?: boolean | null;
  readonly closedBecause?: ClosedBecause | null;
  /** When the intake opens by itself. */
  readonly closedUntil?: Date | null;
}

/** What is wrong with a change of the intake, whatever the time. */
export function doorProblems({ open, closedBecause, closedUntil }: SaidOfDoor): FieldProblem[] {
  const alone = 'Say it together with open: false.';
  return [
    ...(open !== false && closedBecause ? [{ path: 'closedBecause', message: alone }] : []),
    ...(open !== false && closedUntil ? [{ path: 'closedUntil', message: alone }] : []),
    ...(closedUntil && Number.isNaN(closedUntil.getTime()) ? [untilProblem] : []),
  ];
}

/** For an end that is past or more than a year ahead. */
export const untilProblem: FieldProblem = {
  path: 'closedUntil',
  message: 'Give an instant from now to a year ahead, or leave it out: then the door stays closed until somebody opens it.',
};

/** The intake after the change. Closing replaces reason and end; opening clears both. */
export function doorAfter({ open, closedBecause, closedUntil }: SaidOfDoor): Partial<Door> {
  if (open === null || open === undefined) return {};
  return { open, closedBecause: closedBecause ?? null, closedUntil: closedUntil?.toISOString() ?? null };
}
