import { describe, expect, it } from '@jest/globals';
import { centreOfCell, geodesicMeters, publicCellOf } from '@haven/kernel';
import type { Position } from '@haven/kernel';
import fc from 'fast-check';
import { latLngToCell } from 'h3-js';
import { avoidedAs, avoids } from './avoid.js';

const at = (latitude: number, longitude: number): Position => ({ latitude, longitude });
const open = (position: Position) => ({ position, cell: null });
const secret = (position: Position) => ({ position: centreOfCell(publicCellOf(position)), cell: publicCellOf(position) });
const polygon = (...corners: Position[]) => avoids([{ kind: 'POLYGON', corners }]);

describe('a polygon to avoid', () => {
  it.each([
    ['a square', [at(0, 0), at(0, 2), at(2, 2), at(2, 0)], at(1, 1), at(3, 1)],
    ['the same square drawn the other way', [at(2, 0), at(2, 2), at(0, 2), at(0, 0)], at(1, 1), at(-1, 1)],
    ['across the antimeridian', [at(-18, 179), at(-18, -179), at(-16, -179), at(-16, 179)], at(-17, -180), at(-17, 178)],
    ['around the pole', [at(85, 0), at(85, 90), at(85, 180), at(85, -90)], at(89.9, 45), at(80, 45)],
    ['an angle', [at(0, 0), at(0, 4), at(4, 4), at(4, 3), at(1, 3), at(1, 0)], at(0.5, 1), at(2, 1)],
  ])('%s', (_, corners, inside, outside) => {
    const avoided = polygon(...corners);
    expect(avoided(open(inside))).toBe(true);
    expect(avoided(open(outside))).toBe(false);
    expect(avoided(open(at(-inside.latitude, inside.longitude > 0 ? inside.longitude - 180 : inside.longitude + 180)))).toBe(false);
    corners.forEach((corner) => expect(avoided(open(corner))).toBe(true));
  });

  it('has great-circle edges: north of a parallel in the northern half', () => {
    const avoided = polygon(at(50, 0), at(50, 40), at(40, 40), at(40, 0));
    expect(avoided(open(at(50.5, 20)))).toBe(true);
    expect(avoided(open(at(40.5, 20)))).toBe(false);
  });
});

describe('a circle to avoid', () => {
  it('includes its border', () => {
    const [center, edge] = [at(3, 98), at(3.2, 98.1)];
    const meters = geodesicMeters(center, edge);
    expect(avoids([{ kind: 'CIRCLE', center, radiusMeters: meters }])(open(edge))).toBe(true);
    expect(avoids([{ kind: 'CIRCLE', center, radiusMeters: meters - 0.01 }])(open(edge))).toBe(false);
  });
});

describe('a confidential place', () => {
  const spot = fc.record({
    latitude: fc.double({ min: -80, max: 80, noNaN: true }),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  });

  it('is avoided if any point of its cell would be', () => {
    fc.assert(
      fc.property(
        spot,
        fc.double({ min: -0.3, max: 0.3, noNaN: true }),
        fc.double({ min: -0.3, max: 0.3, noNaN: true }),
        fc.integer({ min: 1, max: 30 }),
        (place, north, east, km) => {
          const center = at(place.latitude + north, Math.max(-180, Math.min(180, place.longitude + east)));
          const circle = avoids([{ kind: 'CIRCLE', center, radiusMeters: km * 1000 }]);
          const square = polygon(
            ...[
              [-1, -1],
              [-1, 1],
              [1, 1],
              [1, -1],
            ].map(([y, x]) => at(center.latitude + y! * km * 0.005, ((center.longitude + x! * km * 0.005 + 540) % 360) - 180)),
          );
          if (circle(open(place))) expect(circle(secret(place))).toBe(true);
          if (square(open(place))) expect(square(secret(place))).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is not avoided if the nearest point of its cell is outside', () => {
    fc.assert(
      fc.property(spot, fc.integer({ min: 20, max: 60 }), (place, km) => {
        const { cell, position } = secret(place);
        const center = at(Math.max(-89, position.latitude - km / 111), position.longitude);
        // Cells of resolution 5 reach at most 13 km from their centre.
        const radiusMeters = geodesicMeters(center, position) - 13_000;
        if (radiusMeters > 0) expect(avoids([{ kind: 'CIRCLE', center, radiusMeters }])({ cell, position })).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('is in an area if its whole cell is; otherwise it only may be', () => {
    const place = secret(at(3.58, 98.66));
    const { latitude, longitude } = place.position;
    const square = [
      [-1, -1],
      [-1, 1],
      [1, 1],
      [1, -1],
    ] as const;
    const ring = (degrees: number, north = 0) => square.map(([y, x]) => at(latitude + north + y * degrees, longitude + x * degrees));
    const polygonAs = (corners: Position[]) => avoidedAs([{ kind: 'POLYGON', corners }]);
    const circleAs = (radiusMeters: number) => avoidedAs([{ kind: 'CIRCLE', center: place.position, radiusMeters }]);
    expect([polygonAs(ring(1)), polygonAs(ring(0.001)), polygonAs(ring(1, 1)), polygonAs(ring(1, 3))].map((as) => as(place))).toEqual([
      'IN_AVOIDED_AREA',
      'MAY_BE_IN_AVOIDED_AREA',
      'MAY_BE_IN_AVOIDED_AREA',
      null,
    ]);
    expect([circleAs(30_000)(place), circleAs(100)(place)]).toEqual(['IN_AVOIDED_AREA', 'MAY_BE_IN_AVOIDED_AREA']);
    expect(circleAs(100)(open(place.position))).toBe('IN_AVOIDED_AREA');
  });

  it('an area inside the cell touches it', () => {
    const { cell, position } = secret(at(3.58, 98.66));
    const tiny = polygon(
      at(position.latitude, position.longitude),
      at(position.latitude + 0.001, position.longitude),
      at(position.latitude, position.longitude + 0.001),
    );
    expect(latLngToCell(position.latitude, position.longitude, 5)).toBe(cell);
    expect(tiny({ cell, position })).toBe(true);
  });
});
