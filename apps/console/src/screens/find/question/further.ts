import { distances } from './question.js';

/** The maximum of the API. */
const furthestKm = 2_000;
const steps = [...distances, furthestKm];

/** The smallest of the usual distances that reaches a place; null: it is too far. */
export const kmToReach = (meters: number): number | null => steps.find((km) => km * 1_000 >= meters) ?? null;

/** The next larger distance; null: there is none. */
export const furtherThan = (maxDistanceKm: number): number | null => distances.find((km) => km > maxDistanceKm) ?? null;
