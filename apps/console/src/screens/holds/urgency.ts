/** The times of a hold. */
export interface TimedHold {
  readonly state: string;
  readonly isOffer: boolean;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly acceptBy: string | null;
  readonly expectedEnd: string | null;
}

/** A deadline at which something ends: an offer, the shelter's time to accept, or the hold. */
export interface Deadline {
  readonly what: 'OFFER' | 'ACCEPT' | 'HOLD';
  /** ISO 8601. */
  readonly at: string;
}

/** The earliest deadline, and what the user waits for; null: there is none. */
export function deadlineOf({ state, isOffer, acceptBy, expiresAt }: TimedHold): Deadline | null {
  if (state !== 'HELD') return null;
  if (isOffer) return { what: 'OFFER', at: expiresAt };
  if (acceptBy === null) return { what: 'HOLD', at: expiresAt };
  return { what: 'ACCEPT', at: Date.parse(acceptBy) <= Date.parse(expiresAt) ? acceptBy : expiresAt };
}

/** Whether the shelter must still say yes: nobody may travel there before. */
export const isAsked = (hold: TimedHold): boolean => deadlineOf(hold)?.what === 'ACCEPT';

/** The groups of the screen, from top to bottom. */
export interface Sorted<Hold> {
  /** Ended while the user was looking. */
  readonly ended: readonly Hold[];
  /** Holds whose shelter must still say yes, the earliest deadline first. */
  readonly asked: readonly Hold[];
  /** Other holds with a deadline, the earliest first. */
  readonly due: readonly Hold[];
  /** Placements, the earliest end first. */
  readonly staying: readonly Hold[];
}

/** Sorts by deadline; holds with equal deadlines keep the order of their creation. */
export function sortHolds<Hold extends TimedHold>(holds: Iterable<Hold>): Sorted<Hold> {
  const all = [...holds].sort((a, b) => before(a.createdAt, b.createdAt));
  const held = all.filter(({ state }) => state === 'HELD').sort((a, b) => Date.parse(deadlineOf(a)!.at) - Date.parse(deadlineOf(b)!.at));
  const staying = all.filter(({ state }) => state === 'CONFIRMED');
  return {
    ended: all.filter((hold) => !held.includes(hold) && !staying.includes(hold)),
    asked: held.filter(isAsked),
    due: held.filter((hold) => !isAsked(hold)),
    staying: staying.sort((a, b) => before(a.expectedEnd ?? 'open', b.expectedEnd ?? 'open')),
  };
}

const before = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** A deadline within this many minutes is highlighted. */
const soonMinutes = 15;

/** Whether the user has to act now. */
export const isSoon = (deadline: Deadline | null, now: number): boolean =>
  deadline !== null && Date.parse(deadline.at) - now <= soonMinutes * 60_000;
