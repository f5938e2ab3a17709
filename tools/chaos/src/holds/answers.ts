import type { Answer, CallLine, Counts, SeenHold, SeenIntake, SeenPool, SeenWaiting } from './history.js';

type Held = Omit<SeenHold, 'acceptBy' | 'isOffer' | 'expectedEnd'>;
interface ToldHold extends Partial<Pick<SeenHold, 'acceptBy' | 'isOffer' | 'expectedEnd'>> {
  readonly hold: Held;
}
interface ToldPools {
  readonly pools: readonly SeenPool[];
  readonly sequence: number;
}

/** The fields of use cases' results that are read here. */
interface Told extends Partial<ToldHold>, Partial<ToldPools> {
  readonly kind?: string;
  readonly held?: ToldHold;
  readonly holds?: readonly ToldHold[];
  readonly changes?: readonly { readonly party: number; readonly code: string }[];
  readonly availability?: ToldPools;
  readonly currentVersion?: number;
  readonly reasons?: readonly { readonly code: string }[];
}

const counts = ({ total, occupied, held, outOfService }: Counts): Counts => ({ total, occupied, held, outOfService });
const pool = (seen: SeenPool): SeenPool => ({ id: seen.id, version: seen.version, ...counts(seen) });
const poolsOf = ({ sequence, pools }: ToldPools) => ({ sequence: Number(sequence), pools: pools.map(pool) });
const hold = ({ hold: { id, serviceId, state, version, beds, createdAt, expiresAt }, ...told }: ToldHold): SeenHold => ({
  id,
  serviceId,
  state,
  version,
  beds: beds.map((part) => ({ poolId: part.poolId, beds: part.beds })),
  createdAt,
  expiresAt,
  acceptBy: told.acceptBy ?? null,
  isOffer: told.isOffer ?? false,
  expectedEnd: told.expectedEnd ?? null,
});
const waiting = ({ id, serviceId, state, version, holdId }: SeenWaiting): SeenWaiting => ({ id, serviceId, state, version, holdId });
const intake = ({ version, open, requiresAcceptance, mostBedsPerOrganization }: SeenIntake): SeenIntake => ({
  version,
  open,
  requiresAcceptance,
  mostBedsPerOrganization,
});

/** An answer in the form of the history. */
export function answerOf(operation: CallLine['operation'], value: unknown): Answer {
  const told = value as Told;
  switch (told.kind) {
    case undefined:
      return success(operation, told);
    case 'NoBedsLeft':
      return { kind: 'NoBedsLeft', ...poolsOf(told.availability!) };
    case 'HoldNotActive':
      return { kind: 'HoldNotActive', hold: hold(told.held!) };
    case 'VersionConflict':
      return { kind: 'VersionConflict', currentVersion: told.currentVersion! };
    case 'NotAdmitted':
      return { kind: 'NotAdmitted', reasons: told.reasons!.map(({ code }) => code) };
    case 'GroupChanged':
      return { kind: 'GroupChanged', changes: told.changes!.map(({ party, code }) => ({ party, code })) };
    case 'InvalidInput':
    case 'NotFound':
    case 'IdempotencyConflict':
      return { kind: told.kind };
    default:
      throw new Error(`No answer of a hold: ${told.kind}`);
  }
}

const waits = (told: object): Answer => ({ kind: 'Waiting', waiting: waiting(told as SeenWaiting) });
const says = (told: object): Answer => ({ kind: 'Intake', intake: intake(told as SeenIntake) });
const counted = (told: object): Answer => ({ kind: 'BedPool', pool: pool(told as SeenPool) });

/** Successful results that are not holds. */
const successes: { readonly [O in CallLine['operation']]?: (told: Told) => Answer } = {
  availability: (told) => ({ kind: 'Availability', ...poolsOf(told as ToldPools) }),
  waiting: waits,
  joinWaitlist: waits,
  leaveWaitlist: waits,
  intake: says,
  setIntake: says,
  setBedCounts: counted,
  addSurgeBeds: counted,
  holdGroup: (told) => ({ kind: 'GroupHeld', holds: told.holds!.map(hold) }),
};

const success = (operation: CallLine['operation'], told: Told): Answer =>
  successes[operation]?.(told) ?? { kind: 'Hold', hold: hold(told as ToldHold) };
