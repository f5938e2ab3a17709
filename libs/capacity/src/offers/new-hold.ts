import { randomUUID } from 'node:crypto';
import { ageBandOf } from '../placing/age-band.js';
import type { PartyMember } from '../placing/hold-request.js';
import type { Intake } from '../placing/intake.js';
import type { BedsTaken } from '../placing/place-hold.js';
import type { NewHold } from '../ports.js';

type Asked = Pick<NewHold, 'serviceId' | 'holder' | 'caseReference' | 'minutes'> & { readonly party: readonly PartyMember[] };

/** Minutes in which the shelter has to accept; null: it need not. */
export const acceptanceOf = ({ requiresAcceptance, acceptanceMinutes }: Intake): number | null =>
  requiresAcceptance ? acceptanceMinutes : null;

/** A hold for a party with assigned beds. It stores about each person only what a shelter needs to know. */
export const newHold = ({ party, ...asked }: Asked, { beds, pools, asks }: BedsTaken, acceptanceMinutes: number | null): NewHold => ({
  ...asked,
  id: randomUUID(),
  beds,
  party: party.map(({ gender, age }, index) => ({ gender, ageBand: ageBandOf(age ?? null), poolId: pools[index]! })),
  asks,
  acceptanceMinutes,
});
