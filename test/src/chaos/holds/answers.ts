import type { Answer, CallLine, Counts, SeenHold, SeenPool } from './history.js';

/** What the use cases answer, as far as it is read here. */
interface Told {
  readonly kind?: string;
  readonly hold?: SeenHold;
  readonly held?: { readonly hold: SeenHold };
  readonly pools?: readonly SeenPool[];
  readonly availability?: { readonly pools: readonly SeenPool[] };
  readonly currentVersion?: number;
}

const counts = ({ total, occupied, held, outOfService }: Counts): Counts => ({ total, occupied, held, outOfService });
const pool = (seen: SeenPool): SeenPool => ({ id: seen.id, version: seen.version, ...counts(seen) });
const hold = ({ id, serviceId, state, version, beds, createdAt, expiresAt }: SeenHold): SeenHold => ({
  id,
  serviceId,
  state,
  version,
  beds: beds.map((part) => ({ poolId: part.poolId, beds: part.beds })),
  createdAt,
  expiresAt,
});

/** An answer as the history keeps it. */
export function answerOf(operation: CallLine['operation'], value: unknown): Answer {
  const told = value as Told;
  switch (told.kind) {
    case undefined:
      if (operation === 'availability') return { kind: 'Availability', pools: told.pools!.map(pool) };
      return told.hold ? { kind: 'Hold', hold: hold(told.hold) } : { kind: 'BedPool', pool: pool(value as SeenPool) };
    case 'NoBedsLeft':
      return { kind: 'NoBedsLeft', pools: told.availability!.pools.map(pool) };
    case 'HoldNotActive':
      return { kind: 'HoldNotActive', hold: hold(told.held!.hold) };
    case 'VersionConflict':
      return { kind: 'VersionConflict', currentVersion: told.currentVersion! };
    case 'InvalidInput':
    case 'NotFound':
    case 'NotAdmitted':
    case 'IdempotencyConflict':
      return { kind: told.kind };
    default:
      throw new Error(`No answer of a hold: ${told.kind}`);
  }
}
