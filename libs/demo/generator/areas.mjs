import { idOf } from './random.mjs';

const kilometresPerDegree = 111.32;
const rounded = (number) => Math.round(number * 100) / 100;

/** Eight corners, counter-clockwise and closed, as GeoJSON requires for an outer ring. */
function ringAround(city, km) {
  const north = km / kilometresPerDegree;
  const east = north / Math.cos((city.latitude * Math.PI) / 180);
  const corners = Array.from({ length: 8 }, (_, i) => (i * Math.PI) / 4).map((turn) => [
    rounded(city.longitude + east * Math.cos(turn)),
    rounded(city.latitude + north * Math.sin(turn)),
  ]);
  return [...corners, corners[0]];
}

const box = (west, south, east, north) => [
  [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ],
];

/** Fiji is on both sides of the antimeridian: RFC 7946 cuts it there. */
const fiji = { type: 'MultiPolygon', coordinates: [box(176.8, -19.3, 180, -16), box(-180, -19.3, -178.2, -16)] };

/** `kind`: local (one polygon), two (with another city of the country), country (a name only); other: none. */
export function serviceAreas(serviceId, city, kind, sibling) {
  const area = (name, extent) => [
    {
      id: idOf('service_area', serviceId),
      service_id: serviceId,
      name,
      ...(extent && { extent: JSON.stringify(extent), extent_type: 'geojson' }),
    },
  ];
  if (kind === 'country') return area(`Whole country (${city.country})`);
  if (city.country === 'FJ' && kind) return area('Fiji', fiji);
  if (kind === 'two' && sibling) {
    const coordinates = [[ringAround(city, 90)], [ringAround(sibling, 60)]];
    return area(`${city.name} and ${sibling.name}`, { type: 'MultiPolygon', coordinates });
  }
  return kind ? area(`${city.name} and around`, { type: 'Polygon', coordinates: [ringAround(city, 110)] }) : [];
}
