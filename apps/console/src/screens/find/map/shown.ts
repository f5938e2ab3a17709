import type { Match, Report } from '../queries';
import type { FindDraft, Point } from '../question/question';

/** A confidential place is somewhere in its public cell, any other place somewhere in its town: the map shows this area, never a point. */
export const cellRadiusKm = 10;

/** The entries at one position: their numbers and names. */
export interface Spot {
  readonly point: Point;
  readonly isArea: boolean;
  readonly numbers: readonly number[];
  readonly names: readonly string[];
}

const spotKey = ({ latitude, longitude }: Point): string => `${latitude.toFixed(3)} ${longitude.toFixed(3)}`;

/**
 * Where the answers are; what lies at the same position is shown as one. Numbers count through all needs, then through the parts of a
 * party, as in the list.
 */
export function spotsOf(report: Report | null, parts: readonly Match[]): Spot[] {
  const spots = new Map<string, Spot>();
  const matches = report?.needs.flatMap((need) => need.matches) ?? [];
  [...matches, ...parts].forEach(({ location, service }, i) => {
    if (!location) return;
    const key = spotKey(location);
    const known = spots.get(key);
    spots.set(key, {
      point: known?.point ?? location,
      isArea: location.precision !== 'EXACT',
      numbers: [...(known?.numbers ?? []), i + 1],
      names: [...(known?.names ?? []), service.name],
    });
  });
  return [...spots.values()];
}

/** West, south, east and north of everything shown; null if nothing is shown yet. */
export function boundsOf(draft: Pick<FindDraft, 'originPoint' | 'avoid'>, spots: readonly Spot[]): [number, number, number, number] | null {
  const points = [...(draft.originPoint ? [draft.originPoint] : []), ...spots.map(({ point }) => point)];
  if (points.length === 0) return null;
  const [latitudes, longitudes] = [points.map(({ latitude }) => latitude), points.map(({ longitude }) => longitude)];
  return [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)];
}
