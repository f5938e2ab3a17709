import type { Counts, HoldLine, PoolChangeLine } from '../history.js';
import { countsOf, fits, free, hasRoom, holdMeant } from './beds.js';
import type { Evidence } from './evidence.js';
import type { Operation } from './operations.js';
import { boundsOf, overtaken, type InOrder } from './real-time.js';

/** Faults of pools. */
export interface PoolVerdict {
  /** Versions of pools with more beds given than there are, or a negative count. */
  readonly oversold: number;
  /** Pools whose versions are not 1, 2, 3, … up to the last. */
  readonly gaps: number;
  /** Versions that their operation could not have made from the version before. */
  readonly wrongChanges: number;
  /** Answers with counts that the pool never had, or refusals although that version had room. */
  readonly wrongAnswers: number;
  /** Operations on a pool that come after one that began only when they had ended. */
  readonly poolsOutOfOrder: number;
  /** Operations on two pools of one shelter whose order differs between the pools. */
  readonly crossed: number;
}

/** Checks each pool version by version. */
export function judgePools(evidence: Evidence): PoolVerdict {
  const sum = { oversold: 0, gaps: 0, wrongChanges: 0, wrongAnswers: 0, poolsOutOfOrder: 0 };
  const reads = readsByPool(evidence);
  const over = [...evidence.holds.values()].filter(({ state }) => state === 'EXPIRED').flatMap(({ beds }) => beds);
  const expired = Map.groupBy(over, ({ poolId }) => poolId);
  for (const [poolId, now] of evidence.pools) {
    const changes = evidence.poolChanges.get(poolId) ?? [];
    const isWhole = changes.every(({ version }, index) => version === index + 1) && changes.length === now.version;
    sum.oversold += changes.filter((change) => !fits(change)).length;
    const { wrong, empty } = goThrough(evidence, changes, expired.get(poolId)?.reduce((beds, part) => beds + part.beds, 0) ?? 0);
    sum.gaps += isWhole && countsOf(changes.at(-1)!) === countsOf(now) && empty === now.seenEmpty ? 0 : 1;
    sum.wrongChanges += wrong;
    const seen = reads.get(poolId) ?? [];
    sum.wrongAnswers += seen.filter((read) => isWrong(read, changes)).length;
    sum.poolsOutOfOrder += overtaken([...inOrder(evidence, changes), ...seen]);
  }
  return { ...sum, wrongAnswers: sum.wrongAnswers + wrongRefusals(evidence), crossed: crossed(evidence) };
}

/** Changes without a known author have no bounds, so they are left out here. */
const inOrder = ({ bySubject }: Evidence, changes: readonly PoolChangeLine[]): InOrder[] =>
  changes.flatMap(({ version, subject }) => {
    const operation = bySubject.get(subject ?? '');
    return operation ? [{ place: version, ...boundsOf(operation) }] : [];
  });

/** How many changes do not match their operation, and how many beds are counted empty after all of them. */
function goThrough(evidence: Evidence, changes: readonly PoolChangeLine[], overBeds: number): { wrong: number; empty: number } {
  const seen: Seen = { confirmed: new Map(), taken: new Set(), empty: 0 };
  let [wrong, expired] = [0, 0];
  changes.slice(1).forEach((change, index) => {
    const before = changes[index]!;
    if (change.subject === null) {
      const [freed, gone] = [before.held - change.held, before.total - change.total];
      expired += freed;
      const isOne = (freed > 0 && gone === 0) || (freed === 0 && gone > 0);
      if (!isOne || countsOf({ ...before, held: change.held, total: change.total }) !== countsOf(change)) wrong += 1;
      return;
    }
    const operation = evidence.bySubject.get(change.subject);
    const after = operation ? effectOf(evidence, operation, change, before, seen) : null;
    if (after === null || countsOf(after) !== countsOf(change)) wrong += 1;
  });
  return { wrong: wrong + (overBeds === expired ? 0 : 1), empty: seen.empty };
}

/** The state of a pool's holds so far. */
interface Seen {
  /** Beds of parties that have arrived. */
  readonly confirmed: Map<string, number>;
  readonly taken: Set<string>;
  /** Beds of arrived parties that a count has found empty, and that are not checked out. */
  empty: number;
}

/** A pool after an operation; null: the operation cannot change it. Updates `seen`. */
function effectOf(evidence: Evidence, operation: Operation, change: PoolChangeLine, before: Counts, seen: Seen): Counts | null {
  const { input } = operation;
  const { poolId } = change;
  if (operation.operation === 'setBedCounts') return input.poolId === poolId ? countedAs(operation, before, seen) : null;
  if (operation.operation === 'addSurgeBeds') return input.poolId === poolId ? { ...before, total: before.total + input.beds! } : null;
  const hold = holdMeant(evidence, operation) ?? takenBy(evidence, operation, change, before, seen);
  const beds = hold && bedsIn(hold, poolId);
  if (!beds) return null;
  seen.taken.add(hold.id);
  if (operation.operation === 'confirmHold') seen.confirmed.set(hold.id, beds);
  if (operation.operation === 'checkOut') seen.confirmed.delete(hold.id);
  return effects[operation.operation]?.(before, beds, seen) ?? null;
}

/** A lower count finds beds of arrived parties empty, as far as there are any; a higher count may find others in them. */
function countedAs(operation: Operation, before: Counts, seen: Seen): Counts {
  const after = { ...before, ...wantedCounts(operation) };
  const arrived = [...seen.confirmed.values()].reduce((sum, beds) => sum + beds, 0);
  seen.empty = Math.min(seen.empty + Math.max(before.occupied - after.occupied, 0), arrived);
  return after;
}

const bedsIn = ({ beds }: HoldLine, poolId: string): number => beds.find((part) => part.poolId === poolId)?.beds ?? 0;

/** A group can take beds of a pool for several parties, each with its own hold and change, in any order. */
function takenBy({ holdsBySubject }: Evidence, { subject }: Operation, { poolId, held }: PoolChangeLine, before: Counts, { taken }: Seen) {
  const left = (holdsBySubject.get(subject!) ?? []).filter((hold) => !taken.has(hold.id) && bedsIn(hold, poolId) > 0);
  return left.find((hold) => bedsIn(hold, poolId) === held - before.held) ?? left[0] ?? null;
}

type Effect = (before: Counts, beds: number, seen: Seen) => Counts;
const take: Effect = (before, beds) => ({ ...before, held: before.held + beds });
const giveBack: Effect = (before, beds) => ({ ...before, held: before.held - beds });

/** The effect of operations on a hold's beds in a pool. */
const effects: { readonly [O in Operation['operation']]?: Effect } = {
  holdBeds: take,
  holdGroup: take,
  joinWaitlist: take,
  releaseHold: giveBack,
  declineHold: giveBack,
  leaveWaitlist: giveBack,
  confirmHold: (before, beds) => ({ ...before, held: before.held - beds, occupied: before.occupied + beds }),
  checkOut: (before, beds, seen) => {
    const seenEmpty = Math.min(seen.empty, beds);
    seen.empty -= seenEmpty;
    return { ...before, occupied: before.occupied - (beds - seenEmpty) };
  },
};

interface Read extends InOrder {
  /** Null: only the version was answered. */
  readonly counts: Counts | null;
  /** The operation that a pool of that version refused. */
  readonly refused: Operation | null;
}

function readsByPool({ operations }: Evidence): Map<string, Read[]> {
  const reads = new Map<string, Read[]>();
  const add = (poolId: string, version: number, bounds: Omit<InOrder, 'place'>, counts: Counts | null, refused: Operation | null) => {
    const read = { place: version + 0.5, invoked: bounds.invoked, returned: bounds.returned, counts, refused };
    if (!reads.get(poolId)?.push(read)) reads.set(poolId, [read]);
  };
  for (const operation of operations) {
    const { answer, input } = operation;
    if (answer?.kind === 'NoBedsLeft' || answer?.kind === 'Availability')
      for (const pool of answer.pools) add(pool.id, pool.version, operation, pool, null);
    if (answer?.kind === 'BedPool') add(answer.pool.id, answer.pool.version, { invoked: -Infinity, returned: null }, answer.pool, null);
    if (operation.operation !== 'setBedCounts') continue;
    if (answer?.kind === 'VersionConflict') add(input.poolId!, answer.currentVersion, operation, null, operation);
    if (answer?.kind === 'InvalidInput') add(input.poolId!, input.expectedVersion!, operation, null, operation);
  }
  return reads;
}

function isWrong({ place, counts, refused }: Read, changes: readonly PoolChangeLine[]): boolean {
  const seen = changes[place - 1.5];
  if (!seen) return true;
  if (counts) return countsOf(counts) !== countsOf(seen);
  if (refused?.answer?.kind === 'VersionConflict') return refused.input.expectedVersion === seen.version;
  return refused !== null && fits({ ...seen, ...wantedCounts(refused) });
}

const wantedCounts = ({ input: { total, occupied, outOfService } }: Operation) => ({
  ...(total !== undefined && { total }),
  ...(occupied !== undefined && { occupied }),
  ...(outOfService !== undefined && { outOfService }),
});

/** `NoBedsLeft` although the beds that it shows were enough for the party. */
function wrongRefusals({ operations, poolsOf }: Evidence): number {
  const isWrongRefusal = ({ answer, input }: Operation) => {
    if (answer?.kind !== 'NoBedsLeft') return false;
    const freeIn = new Map(answer.pools.map((pool) => [pool.id, free(pool)]));
    return hasRoom(input.party ?? [], poolsOf.get(input.serviceId!) ?? [], (poolId) => freeIn.get(poolId) ?? 0);
  };
  return operations.filter(isWrongRefusal).length;
}

function crossed({ poolChanges, poolsOf }: Evidence): number {
  let found = 0;
  for (const [first, ...others] of poolsOf.values())
    for (const other of others) {
      const place = new Map(poolChanges.get(other.id)?.flatMap(({ subject, version }) => (subject === null ? [] : [[subject, version]])));
      const common = poolChanges.get(first!.id)?.flatMap(({ subject }) => place.get(subject ?? '') ?? []) ?? [];
      found += common.filter((version, index) => index > 0 && version < common[index - 1]!).length;
    }
  return found;
}
