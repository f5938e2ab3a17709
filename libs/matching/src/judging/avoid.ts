import { geodesicMeters } from '@haven/kernel';
import type { Position } from '@haven/kernel';
import { cellToBoundary } from 'h3-js';
import { mapAround } from '../areas/gnomonic.js';
import { containsPoint, liesInside, polygonOf, polygonsTouch } from '../areas/polygon.js';
import type { Planar } from '../areas/gnomonic.js';
import type { AvoidArea } from '../request/request.js';

/** The public facts about a place: a confidential one is its whole public cell. */
export interface Whereabouts {
  readonly position: Position;
  readonly cell: string | null;
}

type Test = (place: Whereabouts) => boolean;

/** Whether a place touches one of the areas. A confidential place does if any point of its public cell does. */
export function avoids(areas: readonly AvoidArea[]): Test {
  const tests = areas.map(testOf);
  const tested = new Map<string, boolean>();
  return (place) => {
    const where = place.cell ?? `${place.position.latitude} ${place.position.longitude}`;
    const known = tested.get(where) ?? tests.some((test) => test(place));
    tested.set(where, known);
    return known;
  };
}

/** Returns the reason against a place, or null. */
export type Avoided = (where: Whereabouts) => 'IN_AVOIDED_AREA' | 'MAY_BE_IN_AVOIDED_AREA' | null;

const known = new WeakMap<readonly AvoidArea[], Avoided>();

/**
 * The reason against a place that touches an area. If a public cell only reaches into the area, the place itself may be outside. All needs
 * of a request share the results.
 */
export function avoidedAs(areas: readonly AvoidArea[]): Avoided {
  const avoided = known.get(areas) ?? judgeOf(areas);
  known.set(areas, avoided);
  return avoided;
}

function judgeOf(areas: readonly AvoidArea[]): Avoided {
  const touches = avoids(areas);
  const holds = areas.map(wholeTestOf);
  return (where) => {
    if (!touches(where)) return null;
    return where.cell === null || holds.some((test) => test(boundaryOf(where.cell!))) ? 'IN_AVOIDED_AREA' : 'MAY_BE_IN_AVOIDED_AREA';
  };
}

/** Whether a cell is entirely inside an area. */
function wholeTestOf(area: AvoidArea): (cell: readonly Position[]) => boolean {
  if (area.kind === 'CIRCLE') return (cell) => cell.every((corner) => geodesicMeters(area.center, corner) <= area.radiusMeters);
  const { map, polygon } = mapped(area.corners);
  return (cell) => {
    const shape = cell.map(map);
    return !shape.includes(null) && liesInside(polygonOf(shape as Planar[]), polygon);
  };
}

const testOf = (area: AvoidArea): Test => (area.kind === 'CIRCLE' ? circleTest(area.center, area.radiusMeters) : polygonTest(area.corners));

const boundaryOf = (cell: string): Position[] => cellToBoundary(cell).map(([latitude, longitude]) => ({ latitude, longitude }));

function polygonTest(corners: readonly Position[]): Test {
  const { map, polygon } = mapped(corners);
  return ({ position, cell }) => {
    const shape = (cell === null ? [position] : boundaryOf(cell)).map(map);
    if (shape.includes(null)) return false;
    return cell === null ? containsPoint(polygon, shape[0]!) : polygonsTouch(polygon, polygonOf(shape as Planar[]));
  };
}

function mapped(corners: readonly Position[]) {
  const map = mapAround(corners);
  if (!map) throw new RangeError('The polygon does not fit on a map; validation refuses it');
  return { map, polygon: polygonOf(corners.map((corner) => map(corner)!)) };
}

/** No cell reaches farther from its centre than this; places farther away need no exact test. */
const cellReachMeters = 30_000;

function circleTest(center: Position, radius: number): Test {
  return ({ position, cell }) => {
    const meters = geodesicMeters(center, position);
    if (cell === null || meters <= radius || meters > radius + cellReachMeters) return meters <= radius;
    const boundary = boundaryOf(cell);
    return polygonTest(boundary)({ position: center, cell: null }) || reachesBoundary(center, boundary, radius);
  };
}

function reachesBoundary(center: Position, boundary: readonly Position[], radius: number): boolean {
  const corners = boundary.map((position) => ({ position, meters: geodesicMeters(center, position) }));
  if (corners.some(({ meters }) => meters <= radius)) return true;
  return corners.some((a, i) => {
    const b = corners[(i + 1) % corners.length]!;
    // By the triangle inequality no point of the edge is nearer than this, so most edges need no search.
    const atLeast = (a.meters + b.meters - geodesicMeters(a.position, b.position)) / 2;
    return atLeast <= radius && metersToEdge(center, a.position, b.position) <= radius;
  });
}

const golden = (Math.sqrt(5) - 1) / 2;

/** Along an edge of a few kilometres the distance falls, then rises: a golden-section search finds the minimum to a millimetre. */
function metersToEdge(from: Position, a: Position, b: Position): number {
  const turn = ((((b.longitude - a.longitude) % 360) + 540) % 360) - 180;
  const at = (t: number): number =>
    geodesicMeters(from, { latitude: a.latitude + (b.latitude - a.latitude) * t, longitude: a.longitude + turn * t });
  let [low, high] = [0, 1];
  let [left, right] = [at(1 - golden), at(golden)];
  for (let step = 0; step < 24; step += 1) {
    if (left < right) {
      high = low + golden * (high - low);
      [left, right] = [at(high - golden * (high - low)), left];
    } else {
      low = high - golden * (high - low);
      [left, right] = [right, at(low + golden * (high - low))];
    }
  }
  return Math.min(left, right);
}
