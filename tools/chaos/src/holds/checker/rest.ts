import { free } from './beds.js';
import type { Evidence } from './evidence.js';

/** What beds for some time are guilty of, and what was not seen to before the end. */
export interface RestVerdict {
  /** Pools whose beds for some time came or went otherwise than was asked, before their end, or were given out long after it. */
  readonly wrongSurges: number;
  /** Holds and waits that are over and beds for some time that could go, at the end, when everything had come to rest. */
  readonly unfinished: number;
}

const sweptMilliseconds = 2_000;
/** Between the look at the clock and the claim that follows it, in a process that has much to do. */
const claimMilliseconds = 5_000;

/** Looks at the beds for some time, and at what is left at the end. */
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
