import type { Planar } from './gnomonic.js';

/** The smallest rectangle around a shape; it quickly rules out most shapes. */
interface Box {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

interface Edge extends Box {
  readonly a: Planar;
  readonly b: Planar;
}

/** A polygon whose last corner does not repeat the first. */
export interface Polygon extends Box {
  readonly corners: readonly Planar[];
  readonly edges: readonly Edge[];
}

export function polygonOf(corners: readonly Planar[]): Polygon {
  const edges = corners.map((corner, i) => edgeOf(corner, corners[(i + 1) % corners.length]!));
  return {
    ...{ corners, edges },
    west: Math.min(...edges.map(({ west }) => west)),
    east: Math.max(...edges.map(({ east }) => east)),
    south: Math.min(...edges.map(({ south }) => south)),
    north: Math.max(...edges.map(({ north }) => north)),
  };
}

const edgeOf = (a: Planar, b: Planar): Edge => ({
  ...{ a, b },
  west: Math.min(a[0], b[0]),
  east: Math.max(a[0], b[0]),
  south: Math.min(a[1], b[1]),
  north: Math.max(a[1], b[1]),
});

const areApart = (one: Box, other: Box): boolean =>
  one.east < other.west || other.east < one.west || one.north < other.south || other.north < one.south;
const isIn = ({ west, east, south, north }: Box, [x, y]: Planar): boolean => west <= x && x <= east && south <= y && y <= north;

/** Twice the signed area of the triangle: above 0 if `c` is left of the line from `a` to `b`. */
const side = (a: Planar, b: Planar, c: Planar): number => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
const isOn = (edge: Edge, p: Planar): boolean => isIn(edge, p) && side(edge.a, edge.b, p) === 0;
const isPoint = ({ west, east, south, north }: Edge): boolean => west === east && south === north;

/** Whether two edges have a point in common. */
function edgesMeet(one: Edge, other: Edge): boolean {
  if (areApart(one, other)) return false;
  const ofOther = Math.sign(side(one.a, one.b, other.a)) * Math.sign(side(one.a, one.b, other.b));
  const ofOne = Math.sign(side(other.a, other.b, one.a)) * Math.sign(side(other.a, other.b, one.b));
  if (ofOther < 0 && ofOne < 0) return true;
  return isOn(one, other.a) || isOn(one, other.b) || isOn(other, one.a) || isOn(other, one.b);
}

const bordersMeet = (one: Polygon, other: Polygon): boolean =>
  one.edges.some((edge) => !areApart(edge, other) && other.edges.some((against) => edgesMeet(edge, against)));

/** Whether the point is inside or on the border. */
export function containsPoint(polygon: Polygon, p: Planar): boolean {
  if (!isIn(polygon, p)) return false;
  let inside = false;
  for (const edge of polygon.edges) {
    if (isOn(edge, p)) return true;
    const { a, b } = edge;
    if (a[1] > p[1] !== b[1] > p[1] && side(a, b, p) > 0 === b[1] > a[1]) inside = !inside;
  }
  return inside;
}

/** Whether two polygons have a point in common. */
export const polygonsTouch = (one: Polygon, other: Polygon): boolean =>
  !areApart(one, other) &&
  (one.corners.some((p) => containsPoint(other, p)) || other.corners.some((p) => containsPoint(one, p)) || bordersMeet(one, other));

/** Whether a polygon is entirely inside another, and not at its border. */
export const liesInside = (one: Polygon, other: Polygon): boolean =>
  one.corners.every((p) => containsPoint(other, p)) && !other.corners.some((p) => containsPoint(one, p)) && !bordersMeet(one, other);

/** Whether edges cross, touch or run back over each other, or the polygon has no area. */
export function crossesItself({ edges }: Polygon): boolean {
  return edges.some((edge, i) => isPoint(edge) || edges.some((_, j) => j > i && touchesLater(edges, i, j)));
}

/** Neighbours share a corner: they may have no other point in common. */
function touchesLater(edges: readonly Edge[], i: number, j: number): boolean {
  const [edge, later] = [edges[i]!, edges[j]!];
  if (j === i + 1) return isOn(edge, later.b) || isOn(later, edge.a);
  if (i === 0 && j === edges.length - 1) return isOn(edge, later.a) || isOn(later, edge.b);
  return edgesMeet(edge, later);
}
