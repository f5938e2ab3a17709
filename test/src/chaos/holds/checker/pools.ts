import type { Counts, PoolChangeLine, SeenPool } from '../history.js';
import type { Evidence, Operation } from './evidence.js';
import { overtaken, type InOrder } from './real-time.js';

/** What the pools are guilty of. */
export interface PoolVerdict {
  /** Versions of pools at which more beds were given than there are, or a part is less than nothing. */
  readonly oversold: number;
  /** Pools whose versions are not 1, 2, 3, … up to how they are now. */
  readonly gaps: number;
  /** Versions that are not what their operation makes of the version before. */
  readonly wrongChanges: number;
  /** Answers that show a pool as it was at no version, or refuse what that version had room for. */
  readonly wrongAnswers: number;
  /** Operations on a pool that stand behind one that began after their end. */
  readonly poolsOutOfOrder: number;
  /** Operations on two pools of one shelter that stand in another order in each. */
  readonly crossed: number;
}

const countsOf = ({ total, occupied, held, outOfService }: Counts) => [total, occupied, held, outOfService].join();
const free = ({ total, occupied, held, outOfService }: Counts) => total - occupied - held - outOfService;
const fits = (counts: Counts) => free(counts) >= 0 && Math.min(counts.total, counts.occupied, counts.held, counts.outOfService) >= 0;

/** Goes through each pool version by version. */
export function judgePools(evidence: Evidence): PoolVerdict {
  const sum = { oversold: 0, gaps: 0, wrongChanges: 0, wrongAnswers: 0, poolsOutOfOrder: 0 };
  const reads = readsByPool(evidence);
  for (const [poolId, now] of evidence.pools) {
    const changes = evidence.poolChanges.get(poolId) ?? [];
    const isWhole = changes.every(({ version }, index) => version === index + 1) && changes.length === now.version;
    sum.oversold += changes.filter((change) => !fits(change)).length;
    sum.gaps += isWhole && countsOf(changes.at(-1)!) === countsOf(now) ? 0 : 1;
    sum.wrongChanges += wrongChanges(evidence, poolId, changes);
    const seen = reads.get(poolId) ?? [];
    sum.wrongAnswers += seen.filter((read) => isWrong(read, changes)).length;
    sum.poolsOutOfOrder += overtaken([...inOrder(evidence, changes), ...seen]);
  }
  return { ...sum, wrongAnswers: sum.wrongAnswers + wrongRefusals(evidence), crossed: crossed(evidence) };
}

/** Changes of which nobody knows who made them have no bounds, and no place in this. */
const inOrder = ({ bySubject }: Evidence, changes: readonly PoolChangeLine[]): InOrder[] =>
  changes.flatMap(({ version, subject }) => {
    const operation = bySubject.get(subject ?? '');
    return operation ? [{ place: version, invoked: operation.invoked, returned: operation.returned }] : [];
  });

function wrongChanges(evidence: Evidence, poolId: string, changes: readonly PoolChangeLine[]): number {
  const confirmed = new Map<string, number>();
  let [wrong, expired] = [0, 0];
  changes.slice(1).forEach((change, index) => {
    const before = changes[index]!;
    if (change.subject === null) {
      const freed = before.held - change.held;
      expired += freed;
      if (freed <= 0 || countsOf({ ...before, held: change.held }) !== countsOf(change)) wrong += 1;
      return;
    }
    const operation = evidence.bySubject.get(change.subject);
    const after = operation ? effectOf(evidence, operation, poolId, before, confirmed) : null;
    if (after === null || countsOf(after) !== countsOf(change)) wrong += 1;
  });
  const over = [...evidence.holds.values()].filter(({ state }) => state === 'EXPIRED');
  const beds = over.flatMap((hold) => hold.beds).filter((part) => part.poolId === poolId);
  return wrong + (beds.reduce((total, part) => total + part.beds, 0) === expired ? 0 : 1);
}

/** What a pool is after an operation; null: the operation has no business with it. `confirmed` goes along. */
function effectOf(evidence: Evidence, operation: Operation, poolId: string, before: Counts, confirmed: Map<string, number>): Counts | null {
  const { input } = operation;
  if (operation.operation === 'setBedCounts') return input.poolId === poolId ? { ...before, ...wantedCounts(operation) } : null;
  const holdId = operation.operation === 'holdBeds' ? holdOf(evidence, operation.subject!) : input.holdId;
  const beds = evidence.holds.get(holdId ?? '')?.beds.find((part) => part.poolId === poolId)?.beds;
  if (beds === undefined) return null;
  switch (operation.operation) {
    case 'holdBeds':
      return { ...before, held: before.held + beds };
    case 'confirmHold':
      confirmed.set(holdId!, beds);
      return { ...before, held: before.held - beds, occupied: before.occupied + beds };
    case 'checkOut': {
      confirmed.delete(holdId!);
      const others = [...confirmed.values()].reduce((total, part) => total + part, 0);
      return { ...before, occupied: Math.max(Math.min(before.occupied, others), before.occupied - beds) };
    }
    case 'releaseHold':
    case 'declineHold':
      return { ...before, held: before.held - beds };
    case 'availability':
      return null;
  }
}

const madeHolds = new WeakMap<Evidence, Map<string, string>>();
function holdOf(evidence: Evidence, subject: string): string | undefined {
  const made = madeHolds.get(evidence) ?? new Map([...evidence.holds.values()].map((hold) => [hold.subject, hold.id]));
  madeHolds.set(evidence, made);
  return made.get(subject);
}

interface Read extends InOrder {
  /** null: only the version was told. */
  readonly counts: Counts | null;
  /** What is wanted of a pool of that version that refused. */
  readonly refused: Operation | null;
}

function readsByPool({ operations }: Evidence): Map<string, Read[]> {
  const reads = new Map<string, Read[]>();
  const add = (poolId: string, version: number, { invoked, returned }: Operation, counts: Counts | null, refused: Operation | null) => {
    const read = { place: version + 0.5, invoked, returned, counts, refused };
    if (!reads.get(poolId)?.push(read)) reads.set(poolId, [read]);
  };
  for (const operation of operations) {
    const { answer, input } = operation;
    if (answer?.kind === 'NoBedsLeft' || answer?.kind === 'Availability')
      for (const pool of answer.pools) add(pool.id, pool.version, operation, pool, null);
    if (operation.operation !== 'setBedCounts') continue;
    if (answer?.kind === 'VersionConflict') add(input.poolId!, answer.currentVersion, operation, null, operation);
    if (answer?.kind === 'InvalidInput') add(input.poolId!, input.expectedVersion!, operation, null, operation);
    if (answer?.kind === 'BedPool')
      add(answer.pool.id, answer.pool.version, { ...operation, returned: null, invoked: -Infinity }, answer.pool, null);
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

const wantedCounts = ({ input: { total, outOfService } }: Operation) => ({
  ...(total !== undefined && { total }),
  ...(outOfService !== undefined && { outOfService }),
});

/** `NoBedsLeft` where the beds that it shows would have done for the party. */
const wrongRefusals = ({ operations, pools }: Evidence): number =>
  operations.filter(({ answer, input }) => answer?.kind === 'NoBedsLeft' && hasRoom(answer.pools, input.party ?? [], pools)).length;

function hasRoom(seen: readonly SeenPool[], party: readonly { gender: string }[], pools: Evidence['pools']): boolean {
  const freeFor = (gender: string | null) =>
    seen.filter(({ id }) => pools.get(id)?.gender === gender).reduce((sum, pool) => sum + Math.max(0, free(pool)), 0);
  const lacking = ['WOMAN', 'MAN'].map((gender) => Math.max(0, party.filter((one) => one.gender === gender).length - freeFor(gender)));
  return lacking.reduce((sum, one) => sum + one, 0) <= freeFor(null);
}

function crossed({ poolChanges, pools }: Evidence): number {
  const ofService = Map.groupBy(pools.values(), ({ serviceId }) => serviceId);
  let found = 0;
  for (const [first, ...others] of ofService.values())
    for (const other of others) {
      const place = new Map(poolChanges.get(other.id)?.flatMap(({ subject, version }) => (subject === null ? [] : [[subject, version]])));
      const common = poolChanges.get(first!.id)?.flatMap(({ subject }) => place.get(subject ?? '') ?? []) ?? [];
      found += common.filter((version, index) => index > 0 && version < common[index - 1]!).length;
    }
  return found;
}
