/** Days in UTC, as the number of days since 1970. */
export interface Block {
  readonly from: number;
  /** The day after the last one. */
  readonly to: number;
}

const dayMilliseconds = 86_400_000;

/** The day in UTC that an instant belongs to. */
export const dayOf = (instant: Date): number => Math.floor(instant.getTime() / dayMilliseconds);

/** Whether a day begins at the instant, in UTC. */
export const isMidnight = (instant: Date): boolean => instant.getTime() % dayMilliseconds === 0;

/** The beginning of the day in ISO 8601. */
export const textOfDay = (day: number): string => new Date(day * dayMilliseconds).toISOString();

/** Whether a month of the calendar begins on this day. */
export const isFirstOfMonth = (day: number): boolean => new Date(day * dayMilliseconds).getUTCDate() === 1;

/** The calendar month that begins on this day; null if none does. */
function monthFrom(day: number): Block | null {
  if (!isFirstOfMonth(day)) return null;
  const first = new Date(day * dayMilliseconds);
  return { from: day, to: dayOf(new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1))) };
}

/** Cuts days into whole months, and the rest into single days, so that each day is always counted in the same kind of period. */
export function blocksOf({ from, to }: Block): readonly Block[] {
  const blocks: Block[] = [];
  for (let day = from; day < to; day = blocks.at(-1)!.to) {
    const month = monthFrom(day);
    blocks.push(month && month.to <= to ? month : { from: day, to: day + 1 });
  }
  return blocks;
}
