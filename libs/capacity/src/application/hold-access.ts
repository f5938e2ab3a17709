import { mayWrite, permissionOf, type Caller, type OperationName } from '@haven/security';
import type { Holder, StoredHold } from './ports.js';

/** Colleagues of one organization may go on with each other's holds; who has none works for the deployment itself. */
const isColleague = (caller: Caller, { subject, organizationId }: Holder): boolean =>
  caller.subject === subject || caller.organizationId === organizationId;

/**
 * Whether the caller may do this with the hold: who holds it and their colleagues, the staff of the shelter, and who
 * coordinates or audits. `shelterOrganizationId`: whose service it is at.
 */
export function mayReachHold(caller: Caller, operation: OperationName, held: StoredHold, shelterOrganizationId: string | null): boolean {
  if (permissionOf(caller.role, operation) === 'own' || caller.role === 'COORDINATOR' || caller.role === 'AUDITOR')
    return mayWrite(caller, operation, shelterOrganizationId);
  return mayWrite(caller, operation, shelterOrganizationId) && isColleague(caller, held.holder);
}
