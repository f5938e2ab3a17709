import type { Caller, Role } from '../caller.js';

/** `any`: regardless of the owner. `own`: only what the caller's organization owns. A role without an entry: never. */
export type Permission = 'any' | 'own' | 'never';
type Row = { readonly [R in Role]?: 'any' | 'own' };

const everyone = { HOTLINE: 'any', CASEWORKER: 'any', PROVIDER: 'any', COORDINATOR: 'any', AUDITOR: 'any' } as const satisfies Row;
const ownerOrCoordinator = { PROVIDER: 'own', COORDINATOR: 'any' } as const satisfies Row;

/**
 * The only permissions of all roles, with a row for each operation. `placements` and `holds` share the row of `activeHolds`, `waits` that
 * of `waitlist`.
 */
export const policy = {
  match: everyone,
  unmetNeeds: { COORDINATOR: 'any' },
  service: everyone,
  services: everyone,
  organization: everyone,
  places: everyone,
  hsds: everyone,
  bedPools: everyone,
  occupancyHistory: everyone,
  availabilityChanged: everyone,
  me: everyone,

  registerOrganization: { COORDINATOR: 'any' },
  registerService: ownerOrCoordinator,
  updateService: ownerOrCoordinator,
  withdrawService: ownerOrCoordinator,
  verifyService: ownerOrCoordinator,
  reviewQueue: { COORDINATOR: 'any' },
  resolveReview: { COORDINATOR: 'any' },
  unclearTerms: { COORDINATOR: 'any' },
  directoryQuality: { COORDINATOR: 'any' },
  missingServices: { COORDINATOR: 'any' },
  resolveMissing: { COORDINATOR: 'any' },
  possiblePairs: { COORDINATOR: 'any' },
  decidePair: { COORDINATOR: 'any' },
  termDecisions: { COORDINATOR: 'any', AUDITOR: 'any' },
  decideTerm: { COORDINATOR: 'any' },
  defineBedPool: ownerOrCoordinator,
  setBedCounts: ownerOrCoordinator,

  bedReconciliation: { PROVIDER: 'own', COORDINATOR: 'any', AUDITOR: 'any' },
  surges: everyone,
  addSurgeBeds: ownerOrCoordinator,
  endSurge: ownerOrCoordinator,
  intake: everyone,
  setIntake: ownerOrCoordinator,

  hold: { ...everyone, PROVIDER: 'own' },
  activeHolds: { ...everyone, PROVIDER: 'own' },
  holdChanged: { ...everyone, PROVIDER: 'own' },
  holdBeds: { HOTLINE: 'any', CASEWORKER: 'any', COORDINATOR: 'any' },
  planGroup: { HOTLINE: 'any', CASEWORKER: 'any', COORDINATOR: 'any' },
  holdGroup: { HOTLINE: 'any', CASEWORKER: 'any', COORDINATOR: 'any' },
  joinWaitlist: { HOTLINE: 'any', CASEWORKER: 'any', COORDINATOR: 'any' },
  leaveWaitlist: { HOTLINE: 'any', CASEWORKER: 'any', ...ownerOrCoordinator },
  takeOffer: { HOTLINE: 'any', CASEWORKER: 'any', COORDINATOR: 'any' },
  waitlist: { ...everyone, PROVIDER: 'own' },
  confirmHold: { HOTLINE: 'any', CASEWORKER: 'any', ...ownerOrCoordinator },
  releaseHold: { HOTLINE: 'any', CASEWORKER: 'any', ...ownerOrCoordinator },
  acceptHold: ownerOrCoordinator,
  declineHold: ownerOrCoordinator,
  extendHold: { HOTLINE: 'any', CASEWORKER: 'any', ...ownerOrCoordinator },
  extendPlacement: { CASEWORKER: 'any', ...ownerOrCoordinator },
  checkOut: { CASEWORKER: 'any', ...ownerOrCoordinator },
} as const satisfies Record<string, Row>;

/** An operation in the policy. No other one can be guarded, so no other one can be called. */
export type OperationName = keyof typeof policy;

/** What a role may do with an operation. */
export function permissionOf(role: Role, operation: OperationName): Permission {
  const row: Row = policy[operation];
  return row[role] ?? 'never';
}

/**
 * Whether the caller may use the operation on something that this organization owns (null: nobody). If not, answer `NotFound`: unknown and
 * not allowed look the same.
 */
export function mayWrite(caller: Caller, operation: OperationName, ownerOrganizationId: string | null): boolean {
  const permission = permissionOf(caller.role, operation);
  if (permission !== 'own') return permission === 'any';
  return caller.organizationId !== null && caller.organizationId === ownerOrganizationId;
}
