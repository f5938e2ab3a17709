import { cellToBoundary, latLngToCell } from 'h3-js';
import type { AskedArea, Point } from '../contract-types.js';
import { vincentyMeters } from './vincenty.js';

/** EDGE: closer to the border than the contract defines it (the curve of a polygon's side). Both answers are right then. */
export type Inside = 'IN' | 'OUT' | 'EDGE';

const publicCellResolution = 5;
const certainMeters = 30;
const meanRadius = 6_371_000;
const metersPerDegree = (meanRadius * Math.PI) / 180;

/** Corners of the public cell whose centre is shown. */
export const cellCorners = (shown: Point): Point[] =>
  cellToBoundary(latLngToCell(shown.latitude, shown.longitude, publicCellResolution)).map(([latitude, longitude]) => ({
    latitude,
    longitude,
  }));

/** Whether a point is in an area. */
export function pointIn(area: AskedArea, point: Point): Inside {
  if (area.polygon) return pointInRing(area.polygon, point);
  const beyond = vincentyMeters(area.center!, point) - area.radiusKm! * 1000;
  if (Math.abs(beyond) < 0.001) return 'EDGE';
  return beyond < 0 ? 'IN' : 'OUT';
}

/** Whether any part of a cell is in an area. */
export function cellTouches(area: AskedArea, cell: readonly Point[]): Inside {
  const nearest = area.polygon ? ringDistance(area.polygon, cell) : metersToCell(cell, area.center!, area.radiusKm! * 1000);
  if (Math.abs(nearest) < certainMeters + (area.polygon ? sagitta(area.polygon) : 0)) return 'EDGE';
  return nearest <= 0 ? 'IN' : 'OUT';
}

/** The local map treats the Earth as a sphere, with an error of up to one percent. */
const mapError = 0.01;
const pointsOfSide = 200;

/** Metres from a circle to a cell; negative if they touch. If the local map is not precise enough, it measures points along the sides. */
function metersToCell(cell: readonly Point[], center: Point, radius: number): number {
  const rough = metersToRing(cell, center);
  if (Math.abs(rough - radius) > mapError * Math.max(rough, radius) + certainMeters) return rough - radius;
  const alongSide = (from: Point, to: Point) =>
    Array.from({ length: pointsOfSide }, (_, n) => ({
      latitude: from.latitude + ((to.latitude - from.latitude) * n) / pointsOfSide,
      longitude: from.longitude + ((((to.longitude - from.longitude + 540) % 360) - 180) * n) / pointsOfSide,
    }));
  const points = cell.flatMap((corner, index) => alongSide(corner, cell[(index + 1) % cell.length]!));
  return Math.min(...points.map((point) => vincentyMeters(center, point))) - radius;
}

/** Whether a point is in a closed ring of straight lines on the map; EDGE if it is near a side. */
export function pointInRing(ring: readonly Point[], point: Point): Inside {
  if (Math.abs(metersToRing(ring, point, true)) < 1 + sagitta(ring)) return 'EDGE';
  return contains(ring, point) ? 'IN' : 'OUT';
}

interface Flat {
  readonly x: number;
  readonly y: number;
}

// A local map around a point, in metres, the shorter way round the Earth.
const flatAround = (origin: Point, point: Point): Flat => {
  const degrees = ((point.longitude - origin.longitude + 540) % 360) - 180;
  return {
    x: degrees * metersPerDegree * Math.cos(origin.latitude * (Math.PI / 180)),
    y: (point.latitude - origin.latitude) * metersPerDegree,
  };
};

const sidesAround = (origin: Point, ring: readonly Point[]): [Flat, Flat][] => {
  const flat = ring.map((corner) => flatAround(origin, corner));
  return flat.map((corner, index) => [corner, flat[(index + 1) % flat.length]!]);
};

/** Even-odd rule, with a ray from the point to the east. */
function contains(ring: readonly Point[], point: Point): boolean {
  const crossed = sidesAround(point, ring).filter(([p, q]) => p.y > 0 !== q.y > 0 && p.x + ((0 - p.y) / (q.y - p.y)) * (q.x - p.x) > 0);
  return crossed.length % 2 === 1;
}

/** Metres to the nearest side; inside, negative or zero, unless only the side counts. */
function metersToRing(ring: readonly Point[], point: Point, sideOnly = false): number {
  const nearest = Math.min(...sidesAround(point, ring).map(([p, q]) => metersToSide(p, q)));
  return !sideOnly && contains(ring, point) ? -nearest : nearest;
}

function metersToSide(p: Flat, q: Flat): number {
  const length2 = (q.x - p.x) ** 2 + (q.y - p.y) ** 2;
  const along = length2 === 0 ? 0 : Math.min(1, Math.max(0, -(p.x * (q.x - p.x) + p.y * (q.y - p.y)) / length2));
  return Math.hypot(p.x + along * (q.x - p.x), p.y + along * (q.y - p.y));
}

/** Metres between two rings; negative if they overlap, by how deep their corners are inside each other. */
function ringDistance(first: readonly Point[], second: readonly Point[]): number {
  const corners = [...second.map((p) => metersToRing(first, p)), ...first.map((p) => metersToRing(second, p))];
  const apart = Math.min(...corners);
  return apart > 0 && crosses(first, second) ? -Infinity : apart;
}

function crosses(first: readonly Point[], second: readonly Point[]): boolean {
  const origin = first[0]!;
  const others = sidesAround(origin, second);
  return sidesAround(origin, first).some((side) => others.some((other) => sidesCross(side, other)));
}

const turn = (p: Flat, q: Flat, r: Flat): number => Math.sign((q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x));
const sidesCross = ([p, q]: [Flat, Flat], [r, s]: [Flat, Flat]): boolean =>
  turn(p, q, r) !== turn(p, q, s) && turn(r, s, p) !== turn(r, s, q);

/** The greatest distance between the shortest line on the Earth and the straight line on the map, for the longest side. */
function sagitta(ring: readonly Point[]): number {
  const lengths = sidesAround(ring[0]!, ring).map(([p, q]) => Math.hypot(q.x - p.x, q.y - p.y));
  const steepest = Math.max(...ring.map((corner) => Math.abs(Math.tan((corner.latitude * Math.PI) / 180))));
  return 1.5 * (Math.max(...lengths) ** 2 / (8 * meanRadius)) * steepest;
}
