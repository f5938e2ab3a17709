import { describe, expect, it } from '@jest/globals';
import { cellCorners, cellTouches } from './shapes.js';

describe('a circle and the public cell of a place', () => {
  const cell = cellCorners({ latitude: 21.502830784595133, longitude: 92.03834796749324 });
  const center = { latitude: 21.145176967748853, longitude: 92.02889003885355 };

  // The nearest corner is 29,926.751 m away on the ellipsoid, and over 30 km on a sphere.
  it.each([
    [30, 'IN'],
    [29.97, 'IN'],
    [29.9, 'EDGE'],
    [29.94, 'EDGE'],
    [29.88, 'OUT'],
    [25, 'OUT'],
    [45, 'IN'],
  ])('of %d km: %s', (radiusKm, inside) => expect(cellTouches({ center, radiusKm }, cell)).toBe(inside));
});
