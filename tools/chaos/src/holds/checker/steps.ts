import type { HoldLine, PoolChangeLine, ToldLine } from '../history.js';
import type { Evidence } from './evidence.js';
import { mayHaveHappened } from './moves.js';
import type { Operation } from './operations.js';

/** The changes at a shelter between two publications of its beds. */
export interface Step {
  readonly told: ToldLine;
  /** The operation of the transaction; null: the sweeper. */
  readonly operation: Operation | null;
  /** Holds that expired. */
  readonly expired: readonly HoldLine[];
  /** The step only ends something that was due: its operation did the rest in another step, or nothing. */
  readonly isTidying: boolean;
  /** Versions of pools in order, without those of offers. */
  readonly own: readonly PoolChangeLine[];
  /** Versions of pools at which beds were held for a waitlist entry. */
  readonly offers: readonly PoolChangeLine[];
}

/** The steps of a shelter in order, and faults in its publications. */
export interface Steps {
  readonly steps: readonly Step[];
  /** Missing sequences, versions that were not published or that go back, and changes in the wrong step. */
  readonly faults: number;
}

/** Takes from each transaction the expired holds at a shelter, as far as beds became free. */
type Expiries = (told: ToldLine, own: readonly PoolChangeLine[], before: (poolId: string) => number) => HoldLine[];

/** Sorts the versions of pools into their steps. */
export function stepsOf(evidence: Evidence, serviceId: string, expiries: Expiries): Steps {
  const pools = evidence.poolsOf.get(serviceId) ?? [];
  const reached = new Map(pools.map(({ id }) => [id, 0]));
  const heldAt = (poolId: string) => evidence.poolChanges.get(poolId)?.[reached.get(poolId)! - 1]?.held ?? 0;
  let faults = 0;
  const all = evidence.told.get(serviceId) ?? [];
  const steps = all.map((told, index): Step => {
    if (told.sequence !== index + 1) faults += 1;
    const changes = pools.flatMap(({ id }) => {
      const [from, to] = [reached.get(id)!, told.versions[id] ?? 0];
      if (to < from) faults += 1;
      return (evidence.poolChanges.get(id) ?? []).slice(from, Math.max(from, to));
    });
    const [offers, own] = split(changes, (change) => isOffer(evidence, change));
    faults += offersBeforeOthers(changes, offers);
    const expired = expiries(told, own, heldAt);
    for (const { poolId, version } of changes) reached.set(poolId, version);
    const subjects = new Set(own.flatMap(({ subject, version }) => (subject === null || version === 1 ? [] : [subject])));
    const subject = told.subject ?? [...subjects][0];
    if ([...subjects].some((other) => other !== subject)) faults += 1;
    const operation = evidence.bySubject.get(subject ?? '') ?? null;
    const isFollowed = all[index + 1]?.transaction === told.transaction;
    const isTidying = expired.length > 0 || (areBedsGone(own) && (isFollowed || !didMore(evidence, operation)));
    return { told, operation, expired, isTidying, own, offers };
  });
  const untold = pools.filter(({ id, version }) => reached.get(id) !== version).length;
  return { steps, faults: faults + untold };
}

/** Surge beds went, and nothing else changed the pools. */
const areBedsGone = (own: readonly PoolChangeLine[]): boolean => own.length > 0 && own.every(({ subject }) => subject === null);

/** Whether the operation did something that no pool shows. */
function didMore({ waitingBySubject }: Evidence, operation: Operation | null): boolean {
  if (!operation || !mayHaveHappened(operation)) return false;
  if (operation.operation === 'joinWaitlist') return waitingBySubject.has(operation.subject!);
  return operation.operation === 'setIntake' || operation.operation === 'leaveWaitlist';
}

/** By the subject of a party that joined the list: it has no other way to beds. */
const isOffer = ({ bySubject }: Evidence, { subject }: PoolChangeLine): boolean =>
  subject !== null && bySubject.get(subject)?.operation === 'joinWaitlist';

function split<T>(all: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] {
  const groups = Map.groupBy(all, isFirst);
  return [groups.get(true) ?? [], groups.get(false) ?? []];
}

const offersBeforeOthers = (changes: readonly PoolChangeLine[], offers: readonly PoolChangeLine[]): number =>
  changes.filter(
    ({ poolId, version, subject }) =>
      !offers.some((offer) => offer.subject === subject) && offers.some((offer) => offer.poolId === poolId && offer.version < version),
  ).length;

/** The expired holds in order of time; each can be taken once. `left`: those that belong to no step. */
export function expiriesOf({ holds, holdChanges }: Evidence): { take: Expiries; left: () => number } {
  const due = new Map<string, { hold: HoldLine; at: string }[]>();
  for (const hold of holds.values()) {
    const last = holdChanges.get(hold.id)?.at(-1);
    if (last?.state !== 'EXPIRED') continue;
    const [place, one] = [`${last.transaction} ${hold.serviceId}`, { hold, at: last.at }];
    if (!due.get(place)?.push(one)) due.set(place, [one]);
  }
  for (const queue of due.values()) queue.sort((a, b) => (a.at < b.at ? -1 : 1));
  const take: Expiries = ({ transaction, serviceId }, own, heldBefore) => {
    let freed = freedByTime(own, heldBefore);
    const queue = due.get(`${transaction} ${serviceId}`) ?? [];
    const taken: HoldLine[] = [];
    while (freed > 0 && queue.length > 0) {
      const { hold } = queue.shift()!;
      taken.push(hold);
      freed -= hold.beds.reduce((sum, { beds }) => sum + beds, 0);
    }
    return taken;
  };
  return { take, left: () => [...due.values()].reduce((sum, queue) => sum + queue.length, 0) };
}

function freedByTime(own: readonly PoolChangeLine[], heldBefore: (poolId: string) => number): number {
  const held = new Map<string, number>();
  let freed = 0;
  for (const { poolId, held: now, subject } of own) {
    if (subject === null) freed += (held.get(poolId) ?? heldBefore(poolId)) - now;
    held.set(poolId, now);
  }
  return freed;
}
