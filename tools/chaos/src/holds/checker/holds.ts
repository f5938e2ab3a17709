import type { HoldChangeLine, HoldLine, SeenHold } from '../history.js';
import type { Evidence } from './evidence.js';
import { claims, isAsked, isMove, isOffer, isToAccept, mayHaveHappened, moves } from './moves.js';
import type { Operation } from './operations.js';
import { boundsOf, overtaken, type InOrder } from './real-time.js';
import type { Replay } from './replay.js';

/** Faults of holds. */
export interface HoldVerdict {
  /** Acknowledged changes that the database lacks or has otherwise. */
  readonly lost: number;
  /** Effects of operations that were refused or never requested, and operations with two effects. */
  readonly invented: number;
  /** Holds with an impossible sequence of states, or whose last state does not follow from their history. */
  readonly wrongHolds: number;
  /** Holds that expired too early. */
  readonly expiredEarly: number;
  /** Holds that were continued after their end. */
  readonly outlived: number;
  /** Refusals of changes although the hold, as it was shown, would have allowed them. */
  readonly wrongHoldAnswers: number;
  /** Operations on a hold that come after one that began only when they had ended. */
  readonly holdsOutOfOrder: number;
}

const bedsOf = ({ beds }: Pick<SeenHold, 'beds'>) => JSON.stringify([...beds].map(({ poolId, beds: n }) => [poolId, n]).sort());

/** Checks each hold version by version, and each operation. */
export function judgeHolds(evidence: Evidence, replay: Replay): HoldVerdict {
  const { operations, holds } = evidence;
  const onHolds = Map.groupBy(operations, ({ input }) => input.holdId ?? '');
  const sum = { wrongHolds: 0, holdsOutOfOrder: 0, expiredEarly: 0, outlived: 0 };
  const [aged, over] = [agedBy(evidence), overAt(evidence)];
  for (const hold of holds.values()) {
    const changes = evidence.holdChanges.get(hold.id) ?? [];
    sum.wrongHolds += isLegal(evidence, replay, hold, changes) ? 0 : 1;
    sum.expiredEarly += hold.state !== 'EXPIRED' || isDue(evidence, replay, hold, aged.get(hold.id) ?? []) ? 0 : 1;
    sum.outlived += isOutlived(evidence, changes, over.get(hold.id) ?? Infinity) ? 1 : 0;
    sum.holdsOutOfOrder += overtaken([...inOrder(evidence, changes), ...readsOf(onHolds.get(hold.id) ?? [])]);
  }
  return {
    ...sum,
    lost: operations.filter((one) => isLost(evidence, one)).length,
    invented: invented(evidence),
    wrongHoldAnswers: operations.filter((one) => isWrongAnswer(evidence, replay, one)).length,
  };
}

function agedBy({ aged }: Evidence): Map<string, string[]> {
  const deadlines = new Map<string, string[]>();
  for (const { holdIds, deadline } of aged)
    for (const holdId of holdIds) if (!deadlines.get(holdId)?.push(deadline)) deadlines.set(holdId, [deadline]);
  return deadlines;
}

const overAt = ({ over }: Evidence) => new Map(over.flatMap(({ holdIds, at }) => holdIds.map((holdId) => [holdId, at] as const)));

/** It has reached its end, or the shelter had to accept it and did not in time. */
function isDue(evidence: Evidence, replay: Replay, hold: HoldLine, deadlines: readonly string[]): boolean {
  const last = evidence.holdChanges.get(hold.id)!.at(-1)!;
  if (deadlines.includes('end') && last.at >= hold.expiresAt) return true;
  return deadlines.includes('acceptance') && isAsked(evidence, replay, hold, last.version - 1);
}

const isOutlived = ({ bySubject }: Evidence, changes: readonly HoldChangeLine[], over: number): boolean =>
  changes.some(
    ({ subject }, index) =>
      index > 0 && changes[index - 1]!.state === 'HELD' && subject !== null && (bySubject.get(subject)?.invoked ?? 0) > over,
  );

const inOrder = ({ bySubject }: Evidence, changes: readonly HoldChangeLine[]): InOrder[] =>
  changes.flatMap(({ version, subject }) => {
    const operation = bySubject.get(subject ?? '');
    return operation ? [{ place: version, ...boundsOf(operation) }] : [];
  });

const readsOf = (operations: readonly Operation[]): InOrder[] =>
  operations.flatMap(({ answer, invoked, returned }) => {
    if (answer?.kind === 'HoldNotActive') return [{ place: answer.hold.version + 0.5, invoked, returned }];
    return answer?.kind === 'VersionConflict' ? [{ place: answer.currentVersion + 0.5, invoked, returned }] : [];
  });

function isLegal(evidence: Evidence, replay: Replay, hold: HoldLine, changes: readonly HoldChangeLine[]): boolean {
  const [[first, ...later], last] = [changes, changes.at(-1)];
  return (
    first?.version === 1 &&
    isMade(evidence, hold, first) &&
    later.every((change, index) => isMove(evidence, replay, hold, changes[index]!, change)) &&
    last!.state === hold.state &&
    last!.version === hold.version &&
    hold.expectedEnd === lastEnd(evidence, changes)
  );
}

/** An offer is for somebody who has joined the list. */
function isMade({ bySubject, waitingBySubject }: Evidence, hold: HoldLine, { state, subject }: HoldChangeLine): boolean {
  const made = bySubject.get(hold.subject)?.operation ?? '';
  if (state !== 'HELD' || subject !== hold.subject || !claims.includes(made)) return false;
  return made !== 'joinWaitlist' || waitingBySubject.get(hold.subject)?.holdId === hold.id;
}

function lastEnd({ bySubject }: Evidence, changes: readonly HoldChangeLine[]): string | null {
  const makers = changes.flatMap(({ subject }) => bySubject.get(subject ?? '') ?? []);
  return makers.findLast(({ operation }) => operation === 'extendPlacement')?.input.expectedEnd ?? null;
}

/** An acknowledged change must be stored as it was answered. */
function isLost(evidence: Evidence, operation: Operation): boolean {
  const { answer, input } = operation;
  if (answer?.kind === 'BedPool') return isLostCount(evidence, operation, answer.pool.id, answer.pool.version);
  if (answer?.kind === 'Hold') return isLostHold(evidence, operation, answer.hold);
  if (answer?.kind !== 'GroupHeld') return false;
  const isSame = ({ serviceId }: SeenHold, index: number) => input.holds![index]?.serviceId === serviceId;
  return (
    answer.holds.length !== input.holds!.length ||
    !answer.holds.every((hold, index) => isSame(hold, index) && !isLostHold(evidence, operation, hold))
  );
}

/** The result of a count. In the same transaction, surge beds may have gone, and other beds may have been offered to waitlist entries. */
function isLostCount({ poolChanges, bySubject }: Evidence, { subject, input }: Operation, poolId: string, told: number): boolean {
  const changes = poolChanges.get(poolId) ?? [];
  const isOffered = (at: number) => bySubject.get(changes[at - 1]?.subject ?? '')?.operation === 'joinWaitlist';
  const isGone = (at: number) => changes[at - 1]?.subject === null && changes[at - 1]!.total < (changes[at - 2]?.total ?? 0);
  let version = told;
  while (isOffered(version) || isGone(version)) version -= 1;
  if (changes[version - 1]?.subject !== subject || poolId !== input.poolId) return true;
  return input.expectedVersion !== undefined && version !== input.expectedVersion + 1;
}

function isLostHold({ holds, holdChanges }: Evidence, { operation, subject, input }: Operation, hold: SeenHold): boolean {
  const stored = holds.get(hold.id);
  const change = holdChanges.get(hold.id)?.[hold.version - 1];
  const state = moves[operation]?.to ?? 'HELD';
  if (!stored || bedsOf(stored) !== bedsOf(hold) || change?.subject !== subject || change.state !== state || hold.state !== state)
    return true;
  return operation === 'extendPlacement' && hold.expectedEnd !== input.expectedEnd;
}

/** Each operation that happened has changed its objects once: a hold and each of its pools, or one of them. */
function invented(evidence: Evidence): number {
  const { bySubject, holds } = evidence;
  const [onHolds, onPools] = effectsBySubject(evidence);
  const isRight = (subject: string) => {
    const operation = bySubject.get(subject);
    if (!operation || !mayHaveHappened(operation)) return false;
    const [ofHolds, ofPools] = [onHolds.get(subject) ?? [], onPools.get(subject) ?? []];
    if (['setBedCounts', 'addSurgeBeds'].includes(operation.operation))
      return ofHolds.length === 0 && ofPools.join() === operation.input.poolId;
    const most = operation.operation === 'holdGroup' ? operation.input.holds!.length : 1;
    const move = moves[operation.operation];
    const beds = move && move.from === move.to ? [] : ofHolds.flatMap((holdId) => holds.get(holdId)?.beds ?? []);
    const isWhole = operation.operation !== 'holdGroup' || ofHolds.length === most;
    return (
      isWhole &&
      ofHolds.length > 0 &&
      ofHolds.length <= most &&
      ofPools.sort().join() ===
        beds
          .map(({ poolId }) => poolId)
          .sort()
          .join()
    );
  };
  return [...new Set([...onHolds.keys(), ...onPools.keys()])].filter((subject) => !isRight(subject)).length;
}

function effectsBySubject({ holdChanges, poolChanges }: Evidence): [Map<string, string[]>, Map<string, string[]>] {
  const [onHolds, onPools] = [new Map<string, string[]>(), new Map<string, string[]>()];
  const add = (effects: Map<string, string[]>, subject: string | null, object: string) => {
    if (subject !== null && !effects.get(subject)?.push(object)) effects.set(subject, [object]);
  };
  for (const changes of holdChanges.values()) for (const { subject, holdId } of changes) add(onHolds, subject, holdId);
  for (const changes of poolChanges.values())
    for (const { subject, poolId, version } of changes) if (version > 1) add(onPools, subject, poolId);
  return [onHolds, onPools];
}

function isWrongAnswer(evidence: Evidence, replay: Replay, operation: Operation): boolean {
  const { input, answer } = operation;
  const move = moves[operation.operation];
  if (answer === null) return false;
  if (answer.kind === 'Hold' || answer.kind === 'HoldNotActive') {
    const hold = evidence.holds.get(answer.hold.id);
    if (hold && !isSeenRight(evidence, replay, hold, answer.hold)) return true;
  }
  if (!move) return ['NotFound', 'IdempotencyConflict'].includes(answer.kind);
  const stateAt = (version: number) => evidence.holdChanges.get(input.holdId!)?.[version - 1]?.state;
  if (answer.kind === 'HoldNotActive')
    return stateAt(answer.hold.version) !== answer.hold.state || couldBeDone(evidence, replay, operation, answer.hold);
  if (answer.kind === 'VersionConflict')
    return stateAt(answer.currentVersion) !== move.from || answer.currentVersion === input.expectedVersion;
  return answer.kind !== 'Hold';
}

function couldBeDone(evidence: Evidence, replay: Replay, { operation }: Operation, seen: SeenHold): boolean {
  const { id, version, state, isOffer: isOffered } = seen;
  const hold = evidence.holds.get(id);
  if (operation === 'acceptHold') return hold !== undefined && isToAccept(evidence, replay, hold, version);
  return operation === 'takeOffer' ? state === 'HELD' && isOffered : state === moves[operation]!.from;
}

const isSeenRight = (evidence: Evidence, replay: Replay, hold: HoldLine, seen: SeenHold): boolean =>
  (seen.acceptBy !== null) === isAsked(evidence, replay, hold, seen.version) && seen.isOffer === isOffer(evidence, hold, seen.version);
