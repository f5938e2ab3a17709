import type { Stay } from '../queries';

/** Parties of a shelter, as the screen shows them: the next due on top. */
export interface SortedStays {
  /** Holds that the shelter has to accept or decline. */
  readonly toAnswer: readonly Stay[];
  readonly expected: readonly Stay[];
  readonly here: readonly Stay[];
}

const by = (time: (stay: Stay) => string) => (a: Stay, b: Stay) => Date.parse(time(a)) - Date.parse(time(b));

/** An offer that its party has not taken yet counts as expected, though nobody may come. */
export function sortStays(stays: readonly Stay[]): SortedStays {
  const held = stays.filter(({ state }) => state === 'HELD');
  return {
    toAnswer: held.filter(({ acceptBy }) => acceptBy !== null).sort(by(({ acceptBy }) => acceptBy!)),
    expected: held.filter(({ acceptBy }) => acceptBy === null).sort(by(({ expiresAt }) => expiresAt)),
    here: stays.filter(({ state }) => state === 'CONFIRMED').sort(by(({ createdAt }) => createdAt)),
  };
}
