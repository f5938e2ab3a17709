import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../hsds/record.js';
import { areaHolds } from './read-polygons.js';
import type { Rings } from './rings.js';
import { serviceAreaOf } from './service-area.js';
import { serviceMeaning } from '../meaning/service-meaning.js';

const ring = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 0],
];
const open = ring.slice(0, 3);
const drawn = (extent: unknown, extent_type = 'geojson') => ({ extent, extent_type });
const polygon = (...rings: unknown[]) => ({ type: 'Polygon', coordinates: rings });
const at = (...countries: string[]) => ({
  service_at_locations: countries.map((country, id) => ({ location: { id: String(id), addresses: [{ country }] } })),
});
const areaOf = (...service_areas: unknown[]) => serviceAreaOf({ service_areas, ...at('US') });
const drawnOf = (...areas: unknown[]) => areaOf(...areas).drawn?.coordinates ?? null;
const plain = { countries: [], isUnclear: false, isElsewhere: false, isTurned: false };

describe('the service area', () => {
  it('is the union of all polygons, as text or as an object, however nested', () => {
    const feature = { type: 'Feature', geometry: { type: 'MultiPolygon', coordinates: [[ring], [ring]] } };
    const wrapped = JSON.stringify({ type: 'GeometryCollection', geometries: [{ type: 'FeatureCollection', features: [feature] }] });
    expect(areaOf(drawn(polygon(ring)), drawn(wrapped))).toEqual({
      ...plain,
      drawn: { type: 'MultiPolygon', coordinates: [[ring], [ring], [ring]] },
    });
  });

  it.each([
    ['a ring that does not end where it begins', drawn(polygon(open))],
    ['numbers as text', drawn(polygon(ring.map((position) => position.map(String))))],
    ['heights', drawn(polygon(ring.map((position) => [...position, 17])))],
    ['JSON within JSON', drawn(JSON.stringify(JSON.stringify(polygon(ring))))],
    ['another name of the form, or none', drawn(JSON.stringify(polygon(ring)), '')],
    ['well-known text', drawn('POLYGON ((0 0, 1 0, 1 1, 0 0))', 'wkt')],
    ['well-known text that is not closed, with SRID and heights', drawn('SRID=4326;polygon z((0 0 5,1 0 5,1 1 5))', 'text')],
    ['well-known text of several', drawn('MULTIPOLYGON(((0 0, 1 0, 1 1, 0 0)))', 'geojson')],
  ])('is plain in %s', (_, area) => expect(areaOf(area)).toEqual({ ...plain, drawn: { type: 'MultiPolygon', coordinates: [[ring]] } }));

  it('has its axes exchanged if it can be on Earth only that way', () => {
    const turned = [
      [3, 98],
      [3, 99],
      [4, 99],
      [3, 98],
    ];
    expect(drawnOf(drawn(polygon(turned)))).toEqual([[turned.map(([latitude, longitude]) => [longitude, latitude])]]);
  });

  const box = (west: number, east: number, south = -18, north = -16) => [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  const covers = (area: unknown, ...position: [number, number]) =>
    areaHolds((areaOf(drawn(area)).drawn?.coordinates ?? []) as Rings[], position);

  it.each([
    ['with a jump', box(178, -179)],
    ['past 180 degrees', box(178, 181)],
    ['past -180 degrees', box(-182, -179)],
    ['with a jump, clockwise and not closed', [...box(178, -179)].reverse().slice(1)],
  ])('is cut at the antimeridian: %s', (_, corners) => {
    const inside = [179.5, 178.5, -179.5].map((x) => covers(polygon(corners), x, -17));
    const outside = [177.5, -178.5, 0].map((x) => covers(polygon(corners), x, -17));
    expect([inside, outside]).toEqual([
      [true, true, true],
      [false, false, false],
    ]);
    const xs = drawnOf(drawn(polygon(corners)))!
      .flat(2)
      .map(([x]) => x);
    expect([Math.min(...xs), Math.max(...xs)]).toEqual([-180, 180]);
  });

  it('keeps its hole at the antimeridian, and a line of latitude as it is drawn', () => {
    const holed = polygon(box(170, -170, -20, -10), box(178, -179));
    expect([covers(holed, 179.5, -17), covers(holed, -179.5, -17), covers(holed, 175, -17), covers(holed, -175, -17)]).toEqual([
      ...[false, false, true, true],
    ]);
    expect(drawnOf(drawn(polygon(box(-180, 180, 60, 80))))).toEqual([[box(-180, 180, 60, 80)]]);
  });

  const square = (x: number, y: number) => [
    [x, y],
    [x + 1, y],
    [x + 1, y + 1],
    [x, y + 1],
    [x, y],
  ];
  const placed = (latitude: number, longitude: number, country: string | null, ...areas: unknown[]) => ({
    service_areas: areas,
    service_at_locations: [{ location: { id: 'l', latitude, longitude, addresses: [{ country }] } }],
  });
  const exchanged = square(10, 0).map(([x, y]) => [y, x]);
  it.each([
    ['its place', placed(0.5, 10.5, null, drawn(polygon(exchanged)))],
    ['its country', placed(-0.5, 9.5, 'GA', drawn(polygon(exchanged)))],
    ['its place, as well-known text', placed(0.5, 10.5, null, drawn('POLYGON((0 10, 0 11, 1 11, 1 10, 0 10))'))],
  ])('has its axes exchanged if only then it is near %s, and says so', (_, service) => {
    const { drawn: area, isTurned } = serviceAreaOf(service);
    expect(isTurned).toBe(true);
    const xs = area!.coordinates.flat(2).map(([x]) => x);
    expect([Math.min(...xs), Math.max(...xs)]).toEqual([10, 11]);
    expect(serviceMeaning(service as unknown as JsonObject).remarks.map(({ code }) => code)).toContain('AREA_READ');
  });

  it.each([
    ['it holds its place', placed(0.5, 10.5, 'GA', drawn(polygon(square(10, 0))))],
    ['it is in its country', placed(-0.5, 9.5, 'GA', drawn(polygon(square(10, 0))))],
    ['its place is in neither', placed(20, 20, 'TD', drawn(polygon(square(10, 0))))],
    ['it may be either', placed(10.5, 10.5, null, drawn(polygon(square(10, 10))))],
  ])('stays as it is drawn if %s', (_, service) => expect(serviceAreaOf(service)).toMatchObject({ isTurned: false, isUnclear: false }));

  it.each([
    ['one point', [0, 1, 2, 3].map(() => [5, 5])],
    [
      'a line there and back',
      [
        [0, 0],
        [1, 1],
        [2, 2],
        [0, 0],
      ],
    ],
    ['a hole as large as itself', ring, ring],
  ])('is asked about if nobody could be in it: %s', (_, ...rings) =>
    expect(areaOf(drawn(polygon(...(rings as unknown[]))))).toEqual({ ...plain, drawn: null, isUnclear: true }),
  );

  it.each([
    ['broken JSON', drawn('{"type":"Polygon"')],
    ['another form', drawn({ type: 'Topology', coordinates: [ring] }, 'topojson')],
    ['KML', drawn('<kml/>', 'kml')],
    ['a point', drawn({ type: 'Point', coordinates: [0, 0] })],
    ['a line', drawn(polygon(ring.slice(0, 2)))],
    ['bare numbers', drawn(JSON.stringify([ring]))],
    ['well-known text of a line', drawn('LINESTRING(0 0, 1 1)', 'wkt')],
    ['broken well-known text', drawn('POLYGON((0 0, 1 0, 1 1', 'wkt')],
    ['another projection', drawn('SRID=3857;POLYGON((0 0, 1 0, 1 1, 0 0))', 'wkt')],
    ['off the Earth', drawn(polygon([...open, [181, 0]]))],
    ['a bad hole', drawn(polygon(ring, [[0, 0]]))],
    ['a collection of nothing', drawn({ type: 'FeatureCollection', features: [] })],
    ['the name of a town', { name: 'Cook County' }],
    ['the name of a state', drawn('Illinois', 'text')],
    ['a country without a part of it', { name: 'Indonesia (not Sulawesi)' }],
    ['a country without a town', drawn('Thailand (not Bangkok)', 'text')],
    ['a list with an exception', { name: 'Malaysia, Thailand (except Bangkok)' }],
    ['a province that has the name of a country', { name: 'Luxembourg (province, Belgium)' }],
    ['a town in a country', { name: 'Nairobi (Kenya)' }],
    ['a part of a country', { name: 'Thailand, the north' }],
    ['a district of a country', { name: 'Brazil, Federal District' }],
    ['all but a part', { name: 'Nationwide (not Bangkok)' }],
    ['an address of a file', { uri: 'https://example.org/area.kml' }],
  ])('is unclear by %s', (_, area) => {
    expect(areaOf(area)).toEqual({ ...plain, drawn: null, isUnclear: true });
    expect(areaOf(area, drawn(polygon(ring)))).toMatchObject({ drawn: { coordinates: [[ring]] }, isUnclear: true });
  });

  it.each([
    ['United States', ['US'], ['US']],
    ['U.S.A.', ['US'], ['US']],
    ['Nationwide', ['US'], ['US']],
    ['Whole country (US)', ['US'], ['US']],
    ['Whole country (US)', [], ['US']],
    ['Nationwide (Thailand)', [], ['TH']],
    ['Thailand (nationwide)', ['TH'], ['TH']],
    ['Iran (Islamic Republic of)', ['IR'], ['IR']],
    ['Thailand (ไทย)', ['TH'], ['TH']],
    ['Thailand, Laos and Cambodia', ['TH'], ['TH', 'LA', 'KH']],
  ])('is the countries that it names: %s', (name, own, countries) =>
    expect(serviceAreaOf({ service_areas: [{ name }], ...at(...own) })).toEqual({ ...plain, drawn: null, countries }),
  );

  it.each([
    ['Georgia', ['US']],
    ['CA', ['US']],
    ['Nationwide', ['US', 'MX']],
    ['Nationwide', []],
    ['Georgia', []],
  ])('is unclear, with a line, by %s of a service in %j', (name, own) => {
    const service = { service_areas: [{ id: 'a', name }], ...at(...own) };
    expect(serviceAreaOf(service)).toEqual({ ...plain, drawn: null, isUnclear: true, isElsewhere: true });
    expect(serviceMeaning(service as unknown as JsonObject).remarks.map(({ code }) => code)).toContain('AREA_UNREAD');
  });

  it.each([
    ['Jordan', ['+962 6 550 2000', '080022823'], ['JO']],
    ['Nationwide', ['+66 2 288 1234'], ['TH']],
    ['Georgia', ['+995 32 275 1234'], ['GE']],
    ['Thailand and Laos', ['+66 2 288 1234'], ['TH', 'LA']],
  ])('is the country %s that the code of a phone confirms, where there is no address', (name, numbers, countries) =>
    expect(serviceAreaOf({ service_areas: [{ name }], phones: numbers.map((number) => ({ number })) })).toEqual({
      ...{ ...plain, drawn: null, countries },
    }),
  );

  it.each([
    ['Jordan', '06 550 2000'],
    ['Jordan', '+1 952 555 0123'],
    ['Georgia', '+1 404 555 0123'],
    ['Nationwide', '+800 1234 5678'],
  ])('stays unclear by %s with the phone %s', (name, number) =>
    expect(serviceAreaOf({ service_areas: [{ name }], phones: [{ number }] })).toMatchObject({ countries: [], isUnclear: true }),
  );

  it('is that of its address, whatever the phone says', () =>
    expect(serviceAreaOf({ service_areas: [{ name: 'Nationwide' }], phones: [{ number: '+962 6 550 2000' }], ...at('SY') })).toMatchObject({
      countries: ['SY'],
    }));

  it.each([
    ['Worldwide', { name: 'Worldwide' }],
    ['nothing', { id: 'a' }],
  ])('is everywhere with %s', (_, area) => expect(areaOf(area)).toEqual({ ...plain, drawn: null }));

  it('is the areas of its places if each place has one', () => {
    const place = (id: string, ...service_areas: unknown[]) => ({ service_areas, location: { id } });
    const [one, two] = [place('1', drawn(polygon(ring))), place('2', drawn(polygon(ring)))];
    expect(serviceAreaOf({ service_at_locations: [one, two] }).drawn?.coordinates).toEqual([[ring], [ring]]);
    expect(serviceAreaOf({ service_at_locations: [one, place('2')] })).toEqual({ ...plain, drawn: null });
  });
});
