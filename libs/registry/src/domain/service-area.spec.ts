import { describe, expect, it } from '@jest/globals';
import { serviceAreaOf } from './service-area.js';

const ring = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 0],
];
const area = (extent: unknown, extent_type = 'geojson') => ({ extent, extent_type });
const areaOf = (...service_areas: unknown[]) => serviceAreaOf({ service_areas })?.coordinates ?? null;

describe('the service area', () => {
  it('is the union of all polygons, as text or as an object, however wrapped', () => {
    const feature = { type: 'Feature', geometry: { type: 'MultiPolygon', coordinates: [[ring], [ring]] } };
    expect(
      areaOf(area({ type: 'Polygon', coordinates: [ring] }), area(JSON.stringify({ type: 'FeatureCollection', features: [feature] }))),
    ).toEqual([[ring], [ring], [ring]]);
  });

  it.each([
    ['no JSON', area('extent')],
    ['another type', area({ type: 'Polygon', coordinates: [ring] }, 'topojson')],
    ['a point', area({ type: 'Point', coordinates: [0, 0] })],
    [
      'an open ring',
      area({
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [2, 2],
          ],
        ],
      }),
    ],
    [
      'off the Earth',
      area({
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [181, 0],
            [1, 1],
            [0, 0],
          ],
        ],
      }),
    ],
    ['a bad hole', area({ type: 'Polygon', coordinates: [ring, [[0, 0]]] })],
  ])('is not declared by %s', (_, one) => expect(areaOf(one)).toBeNull());
});
