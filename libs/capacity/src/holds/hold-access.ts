import { mayWrite, type Caller, type OperationName } from '@haven/security';
import type { Holder, Reach, SeenHold, StoredHold } from '../ports.js';

/** Colleagues in one organization share their holds. Callers without an organization work for the deployment itself. */
const isColleague = (caller: Caller, { organizationId }: Holder): boolean => caller.organizationId === organizationId;

const seesAll: readonly Caller['role'][] = ['COORDINATOR', 'AUDITOR'];
const ofShelter: readonly Caller['role'][] = ['PROVIDER'];

/**
 * Whether the caller may do this with the hold or waitlist entry. Allowed: the caller who made it and their colleagues, staff of the
 * shelter, and coordinators or auditors by role.
 */
export function mayReachHold(
  caller: Caller,
  operation: OperationName,
  { holder, shelterOrganizationId }: Pick<StoredHold, 'holder' | 'shelterOrganizationId'>,
): boolean {
  if (!mayWrite(caller, operation, shelterOrganizationId)) return false;
  return seesAll.includes(caller.role) || ofShelter.includes(caller.role) || isColleague(caller, holder);
}

/** The rule of {@link mayReachHold} as a database filter. */
export function reachOf({ role, organizationId }: Caller): Reach {
  if (seesAll.includes(role)) return 'ALL';
  return ofShelter.includes(role) ? { at: organizationId } : { of: organizationId };
}

/** What a stored answer may contain. Answers are stored so that a call can be repeated, and the party must not outlive its hold. */
export const seenHold = ({ hold, acceptBy, isOffer, expectedEnd, asks, caseReference }: StoredHold): SeenHold => ({
  hold,
  acceptBy,
  isOffer,
  expectedEnd,
  asks,
  caseReference,
});
