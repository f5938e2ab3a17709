import type { AskedPerson, MatchRequest } from '../contract-types.js';
import { countryOf } from './place.js';
import { partyOf } from './party.js';

/** Where a legal status counts, its own function so that a control can replace it by a wrong one. */
export interface StandingRules {
  statusHolds(person: AskedPerson, country: string | null, origin: string | null): boolean;
}

/** As the schema says at legalStatusIn. */
export const standingRules: StandingRules = {
  statusHolds: ({ legalStatus, legalStatusIn }, country, origin) =>
    legalStatus === 'STATELESS' || (country !== null && country === (legalStatusIn ?? origin)),
};

/** The party with what is known of it in a country. */
export function partyIn(country: string | null, request: MatchRequest, rules: StandingRules): AskedPerson[] {
  const start = countryOf(request.origin.point);
  return partyOf(request).map((one) => (rules.statusHolds(one, country, start) ? one : { ...one, legalStatus: null }));
}
