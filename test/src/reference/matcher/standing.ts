import type { AskedPerson, MatchRequest } from '../contract-types.js';
import { countryOf } from './place.js';
import { partyOf } from './party.js';

/** The rule about where a legal status applies. It is a function, so that a test can replace it by a wrong one. */
export interface StandingRules {
  statusHolds(person: AskedPerson, country: string | null, origin: string | null): boolean;
}

/** By the schema at legalStatusIn. */
export const standingRules: StandingRules = {
  statusHolds: ({ legalStatus, legalStatusIn }, country, origin) =>
    legalStatus === 'STATELESS' || (country !== null && country === (legalStatusIn ?? origin)),
};

/** The party, with the facts that are known of it in a country. */
export function partyIn(country: string | null, request: MatchRequest, rules: StandingRules): AskedPerson[] {
  const start = countryOf(request.origin.point);
  return partyOf(request).map((one) => (rules.statusHolds(one, country, start) ? one : { ...one, legalStatus: null }));
}
