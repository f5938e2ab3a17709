import { free } from './beds.js';
import type { Evidence } from './evidence.js';

/** Faults of surge beds, and work left undone at the end. */
export interface RestVerdict {
  /** Pools whose surge beds came or went without a request, before their end, or were given out long after it. */
  readonly wrongSurges: number;
  /** Due holds, due waitlist entries and removable surge beds that are left when everything has come to rest. */
  readonly unfinished: number;
}

const sweptMilliseconds = 2_000;
/** Time between reading the clock and the claim after it, in a busy process. */
const claimMilliseconds = 5_000;

/** Checks the surge beds, and what is left at the end. */
export const judgeRest = (evidence: Evidence): RestVerdict => ({
  wrongSurges: [...evidence.pools.keys()].filter((poolId) => isWrongSurge(evidence, poolId)).length,
  unfinished: evidence.restAt === null ? 0 : unfinished(evidence, evidence.restAt),
});

function isWrongSurge({ surges, poolChanges, bySubject }: Evidence, poolId: string): boolean {
  const ofPool = surges.get(poolId) ?? [];
  const overAt = (time: string) => sum(ofPool.filter(({ endsAt }) => endsAt <= time).map(({ beds }) => beds));
  let [asked, gone, isEarly, isLate] = [0, 0, false, false];
  (poolChanges.get(poolId) ?? []).forEach(({ subject, total, held, at }, index, changes) => {
    const operation = bySubject.get(subject ?? '');
    if (operation?.operation === 'addSurgeBeds') asked += operation.input.beds!;
    if (index === 0) return;
    isLate ||= held > changes[index - 1]!.held && gone < overAt(earlier(at, claimMilliseconds));
    if (subject !== null) return;
    gone += changes[index - 1]!.total - total;
    isEarly ||= gone > overAt(at);
  });
  const isWhole = asked === sum(ofPool.map(({ beds }) => beds)) && gone === sum(ofPool.map(({ removed }) => removed));
  return isEarly || isLate || !isWhole || ofPool.some(({ beds, removed }) => removed > beds);
}

const sum = (beds: readonly number[]): number => beds.reduce((total, one) => total + one, 0);
const earlier = (time: string, milliseconds: number): string => new Date(Date.parse(time) - milliseconds).toISOString();

function unfinished({ holds, over, waiting, overWaits, surges, pools }: Evidence, restAt: string): number {
  const ended = new Set(over.flatMap(({ holdIds }) => holdIds));
  const before = earlier(restAt, sweptMilliseconds);
  const lasting = [...surges].filter(
    ([poolId, ofPool]) => free(pools.get(poolId)!) > 0 && ofPool.some(({ beds, removed, endsAt }) => removed < beds && endsAt < before),
  );
  const waits = new Set(overWaits.flatMap(({ waitingIds }) => waitingIds).filter((id) => waiting.get(id)?.state === 'WAITING'));
  return lasting.length + waits.size + [...holds.values()].filter(({ id, state }) => state === 'HELD' && ended.has(id)).length;
}
