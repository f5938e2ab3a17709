import type { AskedNeed, ListedService, MatchRequest } from '../contract-types.js';
import { countryOf } from './place.js';
import { languageRules, type LanguageRules } from './languages.js';

/** The cost of each drawback in kilometres. Each is a function, so that a test can replace one by a wrong one. */
export interface BurdenRules extends LanguageRules {
  freshnessKm(confirmedAt: string | null, asOf: string): number;
  lastBedsKm(usable: number, taken: number): number;
  referralKm(isNeeded: boolean): number;
  assessmentKm(service: ListedService): number;
  /** The cost if only the town of a place is known, or no position at all. */
  positionKm(place: { readonly precision: string } | null, maxKilometres: number): number;
  borderKm(country: string | null, request: MatchRequest): number;
  questionsKm(count: number): number;
  apartKm(children: number): number;
}

const hour = 3_600_000;

/** The table of docs/matching.md. */
export const burdenRules: BurdenRules = {
  ...languageRules,
  freshnessKm: (confirmedAt, asOf) => {
    if (confirmedAt === null) return 15;
    const age = Date.parse(asOf) - Date.parse(confirmedAt);
    return age <= 4 * hour ? 0 : age <= 24 * hour ? 3 : 10;
  },
  lastBedsKm: (usable, taken) => (usable === taken ? 2 : 0),
  referralKm: (isNeeded) => (isNeeded ? 6 : 0),
  assessmentKm: ({ acceptsHolds, pools }) => (acceptsHolds && pools.some(({ free }) => free > 0) ? 8 : 0),
  positionKm: (place, maxKilometres) => (place === null ? maxKilometres : place.precision === 'CITY' ? 10 : 0),
  borderKm: (country, { origin }) => {
    const here = countryOf(origin.point);
    return here !== null && country !== null && country !== here ? 30 : 0;
  },
  questionsKm: (count) => Math.min(2 * count, 8),
  apartKm: (children) => 15 * children,
};

/** The oldest count dates all; a count without a date leaves them undated. */
export function confirmedAtOf({ pools }: ListedService): string | null {
  const dates = pools.map((pool) => pool.confirmedAt);
  if (dates.length === 0 || dates.includes(null)) return null;
  return (dates as string[]).reduce((a, b) => (Date.parse(a) < Date.parse(b) ? a : b));
}

/** Beds are known if any pool has some. */
export const knowsBeds = ({ pools }: ListedService): boolean => pools.some(({ total }) => total > 0);

/** Whether a need is for beds. */
export const isStay = ({ category }: AskedNeed): boolean => category === 'ACCOMMODATION';
