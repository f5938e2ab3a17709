import { randomUUID } from 'node:crypto';
import { ageBandOf } from '../domain/age-band.js';
import type { PartyMember } from '../domain/hold-request.js';
import type { Intake } from '../domain/intake.js';
import type { BedsTaken } from '../domain/place-hold.js';
import type { NewHold } from './ports.js';

type Asked = Pick<NewHold, 'serviceId' | 'holder' | 'caseReference' | 'minutes'> & { readonly party: readonly PartyMember[] };

/** The hold of a party for whom beds were found: of each person only what a shelter has to know. */
export const newHold = ({ party, ...asked }: Asked, { beds, pools, asks }: BedsTaken, intake: Intake): NewHold => ({
  ...asked,
  id: randomUUID(),
  beds,
  party: party.map(({ gender, age }, index) => ({ gender, ageBand: ageBandOf(age ?? null), poolId: pools[index]! })),
  asks,
  acceptanceMinutes: intake.requiresAcceptance ? intake.acceptanceMinutes : null,
});
