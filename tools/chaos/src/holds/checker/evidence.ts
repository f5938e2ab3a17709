import type { CallLine, HistoryLine, HoldChangeLine, HoldLine, PoolChangeLine, PoolLine, SurgeLine, ToldLine } from '../history.js';
import type { AgedLine, AgedWaitsLine, IntakeLine, OverLine, OverWaitsLine, WaitingChangeLine, WaitingLine } from '../history.js';
import type { Party, ShelterLine } from '../history.js';
import { operationsOf, type Operation } from './operations.js';

type Gender = Party[number]['gender'];
/** All genders, in a fixed order. */
export const everyGender: readonly Gender[] = ['WOMAN', 'MAN'];

/** A pool, and whom both the shelter and the pool admit, in the order of {@link everyGender}. */
export interface JudgedPool extends PoolLine {
  readonly admits: readonly Gender[];
}

/** A history, sorted for judging. */
export interface Evidence {
  readonly operations: readonly Operation[];
  readonly bySubject: ReadonlyMap<string, Operation>;
  /** Requests that used a key again for something else. */
  readonly misused: readonly CallLine[];
  readonly aged: readonly AgedLine[];
  readonly over: readonly OverLine[];
  readonly agedWaits: readonly AgedWaitsLine[];
  readonly overWaits: readonly OverWaitsLine[];
  readonly pools: ReadonlyMap<string, JudgedPool>;
  readonly poolsOf: ReadonlyMap<string, readonly JudgedPool[]>;
  /** For each pool, by version. */
  readonly poolChanges: ReadonlyMap<string, readonly PoolChangeLine[]>;
  readonly holds: ReadonlyMap<string, HoldLine>;
  readonly holdsBySubject: ReadonlyMap<string, readonly HoldLine[]>;
  /** For each hold, by version. */
  readonly holdChanges: ReadonlyMap<string, readonly HoldChangeLine[]>;
  readonly waiting: ReadonlyMap<string, WaitingLine>;
  /** For each waitlist entry, by version. */
  readonly waitingChanges: ReadonlyMap<string, readonly WaitingChangeLine[]>;
  readonly waitingBySubject: ReadonlyMap<string, WaitingLine>;
  readonly intakes: ReadonlyMap<string, IntakeLine>;
  /** For each pool, by end. */
  readonly surges: ReadonlyMap<string, readonly SurgeLine[]>;
  /** For each shelter, in order. */
  readonly told: ReadonlyMap<string, readonly ToldLine[]>;
  /** When everything had come to rest, by the database's clock; null: it never did. */
  readonly restAt: string | null;
}

type Kept = { readonly [L in HistoryLine['line']]: Extract<HistoryLine, { line: L }>[] };

/** Takes the lines of a history one by one, in any order. */
export interface Gathering {
  add(line: HistoryLine): void;
  evidence(): Evidence;
}

/** Begins with nothing. */
export function gather(): Gathering {
  const kept: Kept = {
    run: [],
    call: [],
    aged: [],
    over: [],
    agedWaits: [],
    overWaits: [],
    kill: [],
    shelter: [],
    pool: [],
    poolChange: [],
    hold: [],
    holdChange: [],
    waiting: [],
    waitingChange: [],
    intake: [],
    surge: [],
    told: [],
    rest: [],
  };
  return { add: (line) => void kept[line.line].push(line as never), evidence: () => arranged(kept) };
}

function arranged(kept: Kept): Evidence {
  const { operations, misused } = operationsOf(kept.call);
  const { aged, over, agedWaits, overWaits } = kept;
  const pools = judgedPools(kept.pool, kept.shelter);
  return {
    operations,
    misused,
    aged,
    over,
    agedWaits,
    overWaits,
    restAt: kept.rest[0]?.at ?? null,
    bySubject: new Map(operations.flatMap((one) => (one.subject === null ? [] : [[one.subject, one]]))),
    pools: byId(pools),
    poolsOf: Map.groupBy(pools, ({ serviceId }) => serviceId),
    poolChanges: grouped(kept.poolChange, ({ poolId }) => poolId, byVersion),
    holds: byId(kept.hold),
    holdsBySubject: Map.groupBy(kept.hold, ({ subject }) => subject),
    holdChanges: grouped(kept.holdChange, ({ holdId }) => holdId, byVersion),
    waiting: byId(kept.waiting),
    waitingChanges: grouped(kept.waitingChange, ({ waitingId }) => waitingId, byVersion),
    waitingBySubject: new Map(kept.waiting.map((one) => [one.subject, one])),
    intakes: new Map(kept.intake.map((one) => [one.serviceId, one])),
    surges: grouped(
      kept.surge,
      ({ poolId }) => poolId,
      (a, b) => (a.endsAt < b.endsAt ? -1 : 1),
    ),
    told: grouped(
      kept.told,
      ({ serviceId }) => serviceId,
      (a, b) => a.sequence - b.sequence,
    ),
  };
}

/** A rule may be at the shelter, at the pool, or at both; all of them have to admit. */
function judgedPools(pools: readonly PoolLine[], shelters: readonly ShelterLine[]): JudgedPool[] {
  const ruleOf = new Map(shelters.map(({ serviceId, gender }) => [serviceId, gender]));
  const isBoth = (pool: PoolLine) => (gender: Gender) =>
    [ruleOf.get(pool.serviceId) ?? null, pool.gender].every((only) => only === null || only === gender);
  return pools.map((pool) => ({ ...pool, admits: everyGender.filter(isBoth(pool)) }));
}

const byId = <T extends { readonly id: string }>(lines: readonly T[]): Map<string, T> => new Map(lines.map((line) => [line.id, line]));
const byVersion = (a: { readonly version: number }, b: { readonly version: number }) => a.version - b.version;

function grouped<T>(lines: readonly T[], keyOf: (line: T) => string, order: (a: T, b: T) => number): Map<string, T[]> {
  const groups = Map.groupBy(lines, keyOf);
  for (const group of groups.values()) group.sort(order);
  return groups;
}
