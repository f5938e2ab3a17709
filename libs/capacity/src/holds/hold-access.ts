import { mayWrite, type Caller, type OperationName } from '@haven/security';
import type { Holder, Reach, SeenHold, StoredHold } from '../ports.js';

/** Colleagues of one organization go on with each other's holds; who has none works for the deployment itself. */
const isColleague = (caller: Caller, { organizationId }: Holder): boolean => caller.organizationId === organizationId;

const seesAll: readonly Caller['role'][] = ['COORDINATOR', 'AUDITOR'];
const ofShelter: readonly Caller['role'][] = ['PROVIDER'];

/** Whether the caller may do this with the hold or the party on a list: who holds it and their colleagues, the staff of the shelter, who coordinates or audits. */
export function mayReachHold(
  caller: Caller,
  operation: OperationName,
  { holder, shelterOrganizationId }: Pick<StoredHold, 'holder' | 'shelterOrganizationId'>,
): boolean {
  if (!mayWrite(caller, operation, shelterOrganizationId)) return false;
  return seesAll.includes(caller.role) || ofShelter.includes(caller.role) || isColleague(caller, holder);
}

/** As {@link mayReachHold} decides, for a database that has to find them. */
export function reachOf({ role, organizationId }: Caller): Reach {
  if (seesAll.includes(role)) return 'ALL';
  return ofShelter.includes(role) ? { at: organizationId } : { of: organizationId };
}

/** What an answer may keep: answers are stored for the day a call is repeated, and the party must not outlive its hold. */
export const seenHold = ({ hold, acceptBy, isOffer, expectedEnd, asks, caseReference }: StoredHold): SeenHold => ({
  hold,
  acceptBy,
  isOffer,
  expectedEnd,
  asks,
  caseReference,
});
