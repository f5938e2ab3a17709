import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { geodesicMeters } from './geodesic.js';

const at = (latitude: number, longitude: number) => ({ latitude, longitude });
const anywhere = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe('geodesicMeters', () => {
  it.each([
    ['one degree along the equator', at(0, 0), at(0, 1), 111_319.491],
    ['one degree along a meridian', at(0, 0), at(1, 0), 110_574.389],
    ['across the antimeridian', at(0, 179.5), at(0, -179.5), 111_319.491],
    ['over the pole', at(89, 0), at(89, 180), 223_387.73],
    ['antipodes', at(0, 0), at(0, 180), 20_003_931.459],
  ])('%s', (_, from, to, meters) => {
    expect(geodesicMeters(from, to)).toBeCloseTo(meters, 2);
  });

  it('is symmetric, zero only to itself, and never longer than half a meridian', () => {
    fc.assert(
      fc.property(anywhere, anywhere, (a, b) => {
        const there = geodesicMeters(a, b);
        expect(Math.abs(there - geodesicMeters(b, a))).toBeLessThan(1e-6);
        expect(there).toBeLessThanOrEqual(20_003_932);
        expect(geodesicMeters(a, a)).toBe(0);
      }),
    );
  });
});
