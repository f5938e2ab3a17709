import { enumOf } from '@haven/kernel';

/** Length of one point of a history. Buckets begin on the hour, at midnight, on Monday at midnight, all in UTC. */
export const TimeBucket = enumOf('HOUR', 'DAY', 'WEEK');
/** {@link TimeBucket} */
export type TimeBucket = (typeof TimeBucket)[keyof typeof TimeBucket];

/** A half-open span of time in milliseconds since 1970. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const hour = 3_600_000;
const day = 24 * hour;
const lengths: Record<TimeBucket, number> = { HOUR: hour, DAY: day, WEEK: 7 * day };
/** 1970 began on a Thursday. */
const firstMonday = 4 * day;

/** How many buckets the period touches; a bucket that it touches counts whole. */
export function bucketCount(bucket: TimeBucket, { start, end }: Span): number {
  return Math.ceil((end - floorOf(bucket, start)) / lengths[bucket]);
}

/** The buckets that the period touches, whole. */
export function bucketsOf(bucket: TimeBucket, period: Span): Span[] {
  const first = floorOf(bucket, period.start);
  const length = lengths[bucket];
  return Array.from({ length: bucketCount(bucket, period) }, (_, n) => ({ start: first + n * length, end: first + (n + 1) * length }));
}

function floorOf(bucket: TimeBucket, time: number): number {
  const origin = bucket === 'WEEK' ? firstMonday : 0;
  return Math.floor((time - origin) / lengths[bucket]) * lengths[bucket] + origin;
}
