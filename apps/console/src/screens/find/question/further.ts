import { distances } from './question.js';

/** As far as the graph looks. */
const furthestKm = 2_000;
const steps = [...distances, furthestKm];

/** The least of the usual distances that reaches a place; null: it is further than anybody looks. */
export const kmToReach = (meters: number): number | null => steps.find((km) => km * 1_000 >= meters) ?? null;

/** The next greater distance; null: there is none. */
export const furtherThan = (maxDistanceKm: number): number | null => distances.find((km) => km > maxDistanceKm) ?? null;
