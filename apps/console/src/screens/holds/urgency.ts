/** The times of a hold. */
export interface TimedHold {
  readonly state: string;
  readonly isOffer: boolean;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly acceptBy: string | null;
  readonly expectedEnd: string | null;
}

/** What ends when nobody does anything: an offer, the shelter's time to say yes, or the hold. */
export interface Deadline {
  readonly what: 'OFFER' | 'ACCEPT' | 'HOLD';
  /** ISO 8601. */
  readonly at: string;
}

/** What ends first; null where nothing ends by itself. */
export function deadlineOf({ state, isOffer, acceptBy, expiresAt }: TimedHold): Deadline | null {
  if (state !== 'HELD') return null;
  if (isOffer) return { what: 'OFFER', at: expiresAt };
  return acceptBy !== null && Date.parse(acceptBy) <= Date.parse(expiresAt)
    ? { what: 'ACCEPT', at: acceptBy }
    : { what: 'HOLD', at: expiresAt };
}

/** The parts of the screen, from top to bottom. */
export interface Sorted<Hold> {
  /** Ended while somebody looked. */
  readonly ended: readonly Hold[];
  /** What ends by itself, what ends first on top. */
  readonly due: readonly Hold[];
  /** Placements, the one that should end first on top. */
  readonly staying: readonly Hold[];
}

/** What is due soon is on top; what is due at the same time stays in the order in which it was made. */
export function sortHolds<Hold extends TimedHold>(holds: Iterable<Hold>): Sorted<Hold> {
  const all = [...holds].sort((a, b) => before(a.createdAt, b.createdAt));
  const due = all.filter(({ state }) => state === 'HELD');
  const staying = all.filter(({ state }) => state === 'CONFIRMED');
  return {
    ended: all.filter((hold) => !due.includes(hold) && !staying.includes(hold)),
    due: due.sort((a, b) => Date.parse(deadlineOf(a)!.at) - Date.parse(deadlineOf(b)!.at)),
    staying: staying.sort((a, b) => before(a.expectedEnd ?? 'open', b.expectedEnd ?? 'open')),
  };
}

const before = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Minutes from which on a deadline stands out. */
const soonMinutes = 15;

/** Whether somebody has to do something now. */
export const isSoon = (deadline: Deadline | null, now: number): boolean =>
  deadline !== null && Date.parse(deadline.at) - now <= soonMinutes * 60_000;
