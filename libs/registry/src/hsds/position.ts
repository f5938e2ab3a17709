import { isOnEarth, type Position } from '@haven/kernel';
import type { JsonValue } from './record.js';

/** Why a location is not on the map; null: it is, or it has no position at all. */
export type PositionProblem = 'NOT_ON_EARTH' | 'POSITION_INCOMPLETE' | 'POSITION_IS_ZERO';

type Properties = { readonly [name: string]: JsonValue };

/** Position of a location on the map, or null. */
export function positionOf({ latitude, longitude }: Properties): Position | null {
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return null;
  return positionProblem({ latitude, longitude }) ? null : { latitude, longitude };
}

/** What is wrong with the position. 0, 0 lies in the ocean; publishers write it for "unknown". */
export function positionProblem({ latitude, longitude }: Properties): PositionProblem | null {
  if (typeof latitude !== 'number' && typeof longitude !== 'number') return null;
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return 'POSITION_INCOMPLETE';
  if (latitude === 0 && longitude === 0) return 'POSITION_IS_ZERO';
  return isOnEarth({ latitude, longitude }) ? null : 'NOT_ON_EARTH';
}
