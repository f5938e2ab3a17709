import type { LegalStatus } from '@haven/kernel';
import type { Member, Party } from '../request/request.js';

/** Statuses that do not depend on the country. */
const everywhere: readonly (LegalStatus | null)[] = ['STATELESS', 'UNKNOWN', null];

/** Whether each member has the given legal status in this country too. Null: the country is unknown. */
export const standingIn = (country: string | null, party: Party): boolean[] =>
  party.map(({ legalStatus, statusIn }) => everywhere.includes(legalStatus) || (country !== null && statusIn === country));

/** The party as a country sees it: a status in another country is unknown there. */
export const seenWith = (standing: readonly boolean[], party: Party): Party =>
  party.map((member, i): Member => (standing[i] ? member : { ...member, legalStatus: null })) as [Member, ...Member[]];
