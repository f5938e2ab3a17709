import type { Planar } from './gnomonic.js';

type Edge = readonly [Planar, Planar];

/** Twice the signed area of the triangle: above 0 when `c` is left of the line from `a` to `b`. */
const side = (a: Planar, b: Planar, c: Planar): number => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
const between = (a: number, b: number, c: number): boolean => Math.min(a, b) <= c && c <= Math.max(a, b);
const onEdge = ([a, b]: Edge, p: Planar): boolean => side(a, b, p) === 0 && between(a[0], b[0], p[0]) && between(a[1], b[1], p[1]);
const same = (a: Planar, b: Planar): boolean => a[0] === b[0] && a[1] === b[1];

/** Edges of a polygon that is not closed. */
export const edgesOf = (corners: readonly Planar[]): Edge[] => corners.map((corner, i) => [corner, corners[(i + 1) % corners.length]!]);

/** Whether two edges have a point in common. */
export function edgesMeet([a, b]: Edge, [c, d]: Edge): boolean {
  const [abc, abd, cda, cdb] = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)];
  if (Math.sign(abc) * Math.sign(abd) < 0 && Math.sign(cda) * Math.sign(cdb) < 0) return true;
  return onEdge([a, b], c) || onEdge([a, b], d) || onEdge([c, d], a) || onEdge([c, d], b);
}

/** Whether the point is inside or on the border. */
export function containsPoint(corners: readonly Planar[], p: Planar): boolean {
  let inside = false;
  for (const [a, b] of edgesOf(corners)) {
    if (onEdge([a, b], p)) return true;
    if (a[1] > p[1] !== b[1] > p[1] && side(a, b, p) > 0 === b[1] > a[1]) inside = !inside;
  }
  return inside;
}

/** Whether two polygons have a point in common. */
export function polygonsTouch(one: readonly Planar[], other: readonly Planar[]): boolean {
  if (one.some((p) => containsPoint(other, p)) || other.some((p) => containsPoint(one, p))) return true;
  return edgesOf(one).some((edge) => edgesOf(other).some((against) => edgesMeet(edge, against)));
}

/** Whether a polygon lies inside another with all of it, and not at its border. */
export const liesInside = (one: readonly Planar[], other: readonly Planar[]): boolean =>
  one.every((p) => containsPoint(other, p)) &&
  !other.some((p) => containsPoint(one, p)) &&
  !edgesOf(one).some((edge) => edgesOf(other).some((against) => edgesMeet(edge, against)));

/** Whether edges cross, touch or run back over each other, or the polygon has no area. */
export function crossesItself(corners: readonly Planar[]): boolean {
  const edges = edgesOf(corners);
  return edges.some(
    (edge, i) =>
      same(...edge) ||
      edges.slice(i + 1).some((later, offset) => {
        const j = i + 1 + offset;
        if (j === i + 1) return onEdge(edge, later[1]) || onEdge(later, edge[0]);
        if (i === 0 && j === edges.length - 1) return onEdge(edge, later[0]) || onEdge(later, edge[1]);
        return edgesMeet(edge, later);
      }),
  );
}
