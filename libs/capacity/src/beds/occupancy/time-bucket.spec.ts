import { describe, expect, it } from '@jest/globals';
import { bucketCount, bucketsOf } from './time-bucket.js';

const span = (start: string, end: string) => ({ start: Date.parse(start), end: Date.parse(end) });

describe('bucketsOf', () => {
  it.each([
    ['HOUR', '2026-01-01T05:30:00Z', '2026-01-01T06:00:00Z', ['2026-01-01T05:00:00.000Z']],
    ['DAY', '2025-12-31T23:59:59Z', '2026-01-01T00:00:01Z', ['2025-12-31T00:00:00.000Z', '2026-01-01T00:00:00.000Z']],
    ['WEEK', '2026-01-01T00:00:00Z', '2026-01-05T00:00:00Z', ['2025-12-29T00:00:00.000Z']],
    ['WEEK', '1969-12-28T00:00:00Z', '1969-12-29T01:00:00Z', ['1969-12-22T00:00:00.000Z', '1969-12-29T00:00:00.000Z']],
  ] as const)('%s of %s to %s', (bucket, start, end, expected) => {
    const buckets = bucketsOf(bucket, span(start, end));
    expect(buckets.map((each) => new Date(each.start).toISOString())).toEqual(expected);
    expect(bucketCount(bucket, span(start, end))).toBe(expected.length);
  });
});
