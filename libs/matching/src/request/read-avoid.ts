import { isOnEarth } from '@haven/kernel';
import type { Position } from '@haven/kernel';
import { mapAround } from '../areas/gnomonic.js';
import type { AvoidQuestion } from './match-question.js';
import { crossesItself, polygonOf } from '../areas/polygon.js';
import type { Problems } from './problems.js';
import type { AvoidArea } from './request.js';

/** The most areas to avoid. */
export const avoidMax = 50;
const cornersMin = 3;
const cornersMax = 100;
const radiusKmMax = 5_000;

/** Notes a position that is not on Earth. */
export function checkPosition({ latitude, longitude }: Position, path: string, problems: Problems): boolean {
  const onEarth = isOnEarth({ latitude, longitude });
  if (onEarth) return true;
  problems.check(Math.abs(latitude) <= 90, `${path}.latitude`, 'Give degrees from -90 to 90.');
  problems.check(Math.abs(longitude) <= 180, `${path}.longitude`, 'Give degrees from -180 to 180.');
  return false;
}

/** Checks the areas to avoid. */
export function readAvoid(areas: readonly AvoidQuestion[], problems: Problems): AvoidArea[] {
  problems.check(areas.length <= avoidMax, 'avoid', `Give at most ${avoidMax} areas.`);
  return areas.slice(0, avoidMax).flatMap((area, i) => readArea(area, `avoid.${i}`, problems) ?? []);
}

function readArea({ center, radiusKm, polygon }: AvoidQuestion, path: string, problems: Problems): AvoidArea | null {
  const circle = (center ?? radiusKm ?? null) !== null;
  if (!problems.check(circle !== Boolean(polygon), path, 'Give exactly one of: center with radiusKm, or polygon.')) return null;
  return polygon ? readPolygon(polygon, path, problems) : readCircle(center ?? null, radiusKm ?? null, path, problems);
}

function readCircle(center: Position | null, radiusKm: number | null, path: string, problems: Problems): AvoidArea | null {
  const complete = problems.check(center !== null && radiusKm !== null, path, 'Give center and radiusKm together.');
  if (!complete || !center || radiusKm === null) return null;
  const right = problems.check(
    radiusKm > 0 && radiusKm <= radiusKmMax,
    `${path}.radiusKm`,
    `Give kilometres above 0 and at most ${radiusKmMax}.`,
  );
  return checkPosition(center, `${path}.center`, problems) && right ? { kind: 'CIRCLE', center, radiusMeters: radiusKm * 1000 } : null;
}

function readPolygon(corners: readonly Position[], path: string, problems: Problems): AvoidArea | null {
  const at = `${path}.polygon`;
  const counted = corners.length >= cornersMin && corners.length <= cornersMax;
  if (!problems.check(counted, at, `Give ${cornersMin} to ${cornersMax} corners.`)) return null;
  if (!corners.map((corner, i) => checkPosition(corner, `${at}.${i}`, problems)).every(Boolean)) return null;
  const map = mapAround(corners);
  if (!problems.check(map !== null, at, 'Draw a smaller area: this one spans about half the Earth.') || !map) return null;
  const simple = !crossesItself(polygonOf(corners.map((corner) => map(corner)!)));
  problems.check(simple, at, 'Draw the border so that it does not cross or touch itself, and do not repeat the first corner at the end.');
  return simple ? { kind: 'POLYGON', corners } : null;
}
