import type { HoldState, Instant, SeenWaiting, WaitingLine, WaitingState } from '../history.js';
import type { Evidence } from './evidence.js';
import type { Operation } from './operations.js';
import { overtaken, type InOrder } from './real-time.js';
import type { Replay } from './replay.js';
import { mayBeOverFrom } from './wait-ends.js';

/** Faults of waiting lists. */
export interface WaitingVerdict {
  /** Waitlist entries, and answers about them, that do not match their history; parties that joined and have no entry. */
  readonly wrongWaiting: number;
  /** Operations on an entry that come after one that began only when they had ended. */
  readonly waitingOutOfOrder: number;
  /** Entries that expired too early, and offers to expired ones. */
  readonly wrongWaitEnds: number;
}

/** A waitlist entry at a version, and the operation that made it; null: the sweeper. */
interface Version extends Pick<SeenWaiting, 'state' | 'holdId'> {
  readonly by: Operation | null;
}

/** Checks each waitlist entry. */
export function judgeWaiting(evidence: Evidence, replay: Replay): WaitingVerdict {
  const overFrom = mayBeOverFrom(evidence);
  const ofEntry = Map.groupBy(evidence.operations, (one) => entryIdOf(one) ?? '');
  let [wrongWaiting, waitingOutOfOrder] = [replay.wrongWaiting, 0];
  for (const entry of evidence.waiting.values()) {
    const versions = versionsOf(evidence, replay, entry);
    const operations = ofEntry.get(entry.id) ?? [];
    const last = versions.at(-1)!;
    const isAsStored = versions.length === entry.version && last.state === entry.state && last.holdId === entry.holdId;
    wrongWaiting += isAsStored && isOnRecord(evidence, entry.id, versions) ? 0 : 1;
    wrongWaiting += operations.filter((one) => !isRight(one, versions, one)).length;
    waitingOutOfOrder += overtaken([...madeBy(versions, overFrom.get(entry.id)), ...operations.flatMap(lookOf)]);
  }
  for (const one of evidence.operations) wrongWaiting += isUnknown(evidence, one) ? 1 : 0;
  return { wrongWaiting, waitingOutOfOrder, wrongWaitEnds: replay.wrongWaitEnds };
}

/** Each version, one after the other. */
const isOnRecord = ({ waitingChanges }: Evidence, id: string, versions: readonly Version[]): boolean =>
  (waitingChanges.get(id) ?? []).map(({ version, state }) => `${version} ${state}`).join() ===
  versions.map(({ state }, index) => `${index + 1} ${state}`).join();

const entryIdOf = ({ input, answer }: Operation) => input.waitingId ?? (answer?.kind === 'Waiting' ? answer.waiting.id : null);

/** An answer says that a party is on the list, but there is no entry, or it was not found. */
const isUnknown = ({ waiting }: Evidence, operation: Operation): boolean => {
  const id = entryIdOf(operation);
  return (id !== null && !waiting.has(id)) || (id !== null && operation.answer?.kind === 'NotFound');
};

function versionsOf(evidence: Evidence, replay: Replay, entry: WaitingLine): Version[] {
  const versions: Version[] = [{ state: 'WAITING', holdId: null, by: evidence.bySubject.get(entry.subject) ?? null }];
  const { holdId } = entry;
  const leaver = replay.leftBy.get(entry.id);
  if (leaver) versions.push({ state: 'LEFT', holdId: null, by: leaver });
  if (replay.waitedOut.has(entry.id)) versions.push({ state: 'EXPIRED', holdId: null, by: null });
  if (holdId === null || !replay.offeredIn.has(holdId)) return versions;
  versions.push({ state: 'OFFERED', holdId, by: replay.offeredIn.get(holdId)! });
  for (const { subject, state } of evidence.holdChanges.get(holdId)?.slice(1) ?? []) {
    const by = evidence.bySubject.get(subject ?? '') ?? null;
    if (by?.operation === 'acceptHold') continue;
    versions.push({ state: afterOffer[state], holdId, by });
    break;
  }
  return versions;
}

/** The state of an entry after its hold moves: taken while it is still held. */
const afterOffer: Readonly<Record<HoldState, WaitingState>> = {
  HELD: 'TAKEN',
  CONFIRMED: 'TAKEN',
  CHECKED_OUT: 'TAKEN',
  RELEASED: 'LEFT',
  EXPIRED: 'MISSED',
  DECLINED: 'MISSED',
};

function isRight({ operation, answer, input }: Operation, versions: readonly Version[], by: Operation): boolean {
  if (answer?.kind === 'VersionConflict')
    return answer.currentVersion !== input.expectedVersion && answer.currentVersion <= versions.length;
  if (answer?.kind !== 'Waiting') return answer === null || answer.kind === 'IdempotencyConflict';
  const { version, state, holdId } = answer.waiting;
  const seen = versions[version - 1];
  if (seen?.state !== state || seen.holdId !== holdId) return false;
  if (operation === 'joinWaitlist') return seen.by === by && isInLine(state);
  return operation !== 'leaveWaitlist' || isRightLeave(answer.waiting, input.expectedVersion!, seen.by === by);
}

const isInLine = (state: WaitingState): boolean => state === 'WAITING' || state === 'OFFERED';

/** An entry that is no longer in line does not change. */
const isRightLeave = ({ version, state }: SeenWaiting, expectedVersion: number, isByThis: boolean): boolean =>
  version === expectedVersion ? !isInLine(state) : version === expectedVersion + 1 && state === 'LEFT' && isByThis;

/** An expired entry has ended after it was set back. */
const madeBy = (versions: readonly Version[], overFrom: Instant | undefined): InOrder[] =>
  versions.flatMap(({ by, state }, index) => {
    if (by) return [{ place: index + 1, invoked: by.invoked, returned: by.returned }];
    return state === 'EXPIRED' && overFrom !== undefined ? [{ place: index + 1, invoked: overFrom, returned: null }] : [];
  });

const lookOf = ({ operation, answer, invoked, returned }: Operation): InOrder[] => {
  if (answer?.kind === 'VersionConflict') return [{ place: answer.currentVersion + 0.5, invoked, returned }];
  return operation !== 'joinWaitlist' && answer?.kind === 'Waiting' ? [{ place: answer.waiting.version + 0.5, invoked, returned }] : [];
};
