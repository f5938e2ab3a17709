import { invalidInput, type InvalidInput } from '@haven/kernel';
import { occupancyPoints, type OccupancyPoint } from './occupancy.js';
import { couldBeId } from '../../commands/storable.js';
import { bucketCount, bucketsOf, type TimeBucket } from './time-bucket.js';
import type { Capacity } from '../../ports.js';

/** The most points in one answer. */
const mostBuckets = 1_000;

/** Which part of a service's history, and at which resolution. */
export interface OccupancyQuestion {
  readonly serviceId: string;
  readonly from: Date;
  readonly to: Date;
  readonly bucket: TimeBucket;
}

/** How full a service was; {@link occupancyPoints} explains the averages. A bucket that overlaps the period counts as a whole. */
export async function occupancyHistory(
  capacity: Pick<Capacity, 'clock' | 'occupancyChanges'>,
  { serviceId, from, to, bucket }: OccupancyQuestion,
): Promise<readonly OccupancyPoint[] | InvalidInput> {
  const period = { start: from.getTime(), end: to.getTime() };
  if (period.start >= period.end) return invalidInput({ path: 'to', message: 'Give an instant after from.' });
  if (bucketCount(bucket, period) > mostBuckets) {
    return invalidInput({ path: 'bucket', message: `Give a larger bucket or a shorter period: at most ${mostBuckets} points.` });
  }
  const buckets = bucketsOf(bucket, period);
  const whole = { start: buckets[0]?.start ?? period.start, end: buckets.at(-1)?.end ?? period.end };
  const changes = couldBeId(serviceId) ? await capacity.occupancyChanges(serviceId, whole) : [];
  return occupancyPoints(changes, buckets, capacity.clock.now().getTime());
}
