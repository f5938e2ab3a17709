import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { circle, kilometresBetween } from './circle.js';

const point = fc.record({
  latitude: fc.double({ min: -60, max: 60, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

it('every corner of a circle is at the radius from its centre, and the ring is closed', () => {
  fc.assert(
    fc.property(point, fc.double({ min: 1, max: 500, noNaN: true }), (middle, km) => {
      const ring = circle(middle, km);
      for (const [longitude, latitude] of ring) expect(kilometresBetween(middle, { longitude, latitude })).toBeCloseTo(km, 4);
      expect(ring[0]).toEqual(ring.at(-1));
    }),
  );
});

it('a degree of latitude is 111 km, and one of longitude half as much at 60 degrees', () => {
  const at = (latitude: number, longitude: number) => ({ latitude, longitude });
  expect(kilometresBetween(at(0, 0), at(1, 0))).toBeCloseTo(111.195, 2);
  expect(kilometresBetween(at(60, 10), at(60, 11))).toBeCloseTo(111.195 / 2, 1);
});
