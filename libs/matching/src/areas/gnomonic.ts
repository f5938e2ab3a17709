import type { Position } from '@haven/kernel';

/** A point of the map plane. */
export type Planar = readonly [x: number, y: number];
type Vector = readonly [number, number, number];

const radians = Math.PI / 180;

function unit({ latitude, longitude }: Position): Vector {
  const flat = Math.cos(latitude * radians);
  return [flat * Math.cos(longitude * radians), flat * Math.sin(longitude * radians), Math.sin(latitude * radians)];
}

const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const cross = (a: Vector, b: Vector): Vector => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
const scaled = (v: Vector): Vector => {
  const length = Math.hypot(...v);
  return [v[0] / length, v[1] / length, v[2] / length];
};

/** Corners farther from the middle than this would leave the map (its edge is 90°). */
const cosineMin = Math.cos(85 * radians);

/** A map on which great circles are straight lines, so that areas across the antimeridian or a pole need no special case. */
export type GnomonicMap = (position: Position) => Planar | null;

/** The map around the middle of the positions; null if they do not fit on one (they span about half the Earth). */
export function mapAround(positions: readonly Position[]): GnomonicMap | null {
  const vectors = positions.map(unit);
  const sum = vectors.reduce<Vector>((a, b) => [a[0] + b[0], a[1] + b[1], a[2] + b[2]], [0, 0, 0]);
  if (Math.hypot(...sum) < 1e-9) return null;
  const middle = scaled(sum);
  if (vectors.some((v) => dot(v, middle) < cosineMin)) return null;
  const east = scaled(cross(Math.abs(middle[2]) > 0.9 ? [1, 0, 0] : [0, 0, 1], middle));
  const north = cross(middle, east);
  return (position) => {
    const v = unit(position);
    const height = dot(v, middle);
    return height < 1e-6 ? null : [dot(v, east) / height, dot(v, north) / height];
  };
}
