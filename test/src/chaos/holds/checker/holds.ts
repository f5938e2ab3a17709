import type { HoldChangeLine, HoldState, SeenHold } from '../history.js';
import type { Evidence, Operation } from './evidence.js';
import { overtaken, type InOrder } from './real-time.js';

/** What the holds are guilty of. */
export interface HoldVerdict {
  /** Acknowledged changes that the database does not know, or knows otherwise. */
  readonly lost: number;
  /** Effects of operations that were refused or never asked for, and operations with two effects. */
  readonly invented: number;
  /** Holds whose states follow each other as they cannot, or that stand otherwise than their history says. */
  readonly wrongHolds: number;
  /** Holds that expired before their time. */
  readonly expiredEarly: number;
  /** Refusals of changes that the hold, as it was told, would have admitted. */
  readonly wrongHoldAnswers: number;
  /** Operations on a hold that stand behind one that began after their end. */
  readonly holdsOutOfOrder: number;
}

const moves: Readonly<Record<string, { from: HoldState; to: HoldState }>> = {
  confirmHold: { from: 'HELD', to: 'CONFIRMED' },
  releaseHold: { from: 'HELD', to: 'RELEASED' },
  declineHold: { from: 'HELD', to: 'DECLINED' },
  checkOut: { from: 'CONFIRMED', to: 'CHECKED_OUT' },
};
const bedsOf = ({ beds }: Pick<SeenHold, 'beds'>) => JSON.stringify([...beds].map(({ poolId, beds: n }) => [poolId, n]).sort());

/** Goes through each hold version by version, and through each operation. */
export function judgeHolds(evidence: Evidence): HoldVerdict {
  const { operations, holds } = evidence;
  const effects = effectsBySubject(evidence);
  const onHolds = Map.groupBy(operations, (one) => holdIdOf(one) ?? '');
  const sum = { wrongHolds: 0, holdsOutOfOrder: 0, expiredEarly: 0 };
  const aged = new Set(evidence.aged.flatMap(({ holdIds }) => holdIds));
  for (const hold of holds.values()) {
    const changes = evidence.holdChanges.get(hold.id) ?? [];
    sum.wrongHolds += isLegal(evidence, hold, changes) ? 0 : 1;
    sum.expiredEarly += hold.state === 'EXPIRED' && (!aged.has(hold.id) || changes.at(-1)!.at < hold.expiresAt) ? 1 : 0;
    sum.holdsOutOfOrder += overtaken([...inOrder(evidence, changes), ...readsOf(onHolds.get(hold.id) ?? [])]);
  }
  return {
    ...sum,
    lost: operations.filter((one) => isLost(evidence, one)).length,
    invented: invented(evidence, effects),
    wrongHoldAnswers: operations.filter((one) => isWrongAnswer(evidence, one)).length,
  };
}

/** The hold that an operation made or meant; a hold that nobody was told of has no operation to look for. */
const holdIdOf = ({ input, answer }: Operation) => input.holdId ?? (answer?.kind === 'Hold' ? answer.hold.id : null);

const inOrder = ({ bySubject }: Evidence, changes: readonly HoldChangeLine[]): InOrder[] =>
  changes.flatMap(({ version, subject }) => {
    const operation = bySubject.get(subject ?? '');
    return operation ? [{ place: version, invoked: operation.invoked, returned: operation.returned }] : [];
  });

const readsOf = (operations: readonly Operation[]): InOrder[] =>
  operations.flatMap(({ answer, invoked, returned }) => {
    if (answer?.kind === 'HoldNotActive') return [{ place: answer.hold.version + 0.5, invoked, returned }];
    return answer?.kind === 'VersionConflict' ? [{ place: answer.currentVersion + 0.5, invoked, returned }] : [];
  });

function isLegal({ bySubject }: Evidence, hold: SeenHold & { subject: string }, changes: readonly HoldChangeLine[]): boolean {
  const [first, ...later] = changes;
  if (first?.state !== 'HELD' || first.subject !== hold.subject || bySubject.get(hold.subject)?.operation !== 'holdBeds') return false;
  const isMove = ({ state, subject, version }: HoldChangeLine, index: number) => {
    const before = changes[index]!;
    if (version !== before.version + 1) return false;
    if (subject === null) return before.state === 'HELD' && state === 'EXPIRED';
    const operation = bySubject.get(subject);
    const move = moves[operation?.operation ?? ''];
    return (
      move?.from === before.state &&
      move.to === state &&
      operation!.input.holdId === hold.id &&
      operation!.input.expectedVersion === before.version
    );
  };
  const last = changes.at(-1)!;
  return first.version === 1 && later.every(isMove) && last.state === hold.state && last.version === hold.version;
}

/** An acknowledged change has to be there as it was told. */
function isLost(evidence: Evidence, operation: Operation): boolean {
  const { answer } = operation;
  if (answer?.kind === 'BedPool') return isLostCount(evidence, operation, answer.pool.version);
  return answer?.kind === 'Hold' && isLostHold(evidence, operation, answer.hold);
}

const isLostCount = ({ poolChanges }: Evidence, { subject, input }: Operation, version: number): boolean =>
  poolChanges.get(input.poolId!)?.[version - 1]?.subject !== subject || version !== input.expectedVersion! + 1;

function isLostHold({ holds, holdChanges }: Evidence, { operation, subject }: Operation, hold: SeenHold): boolean {
  const stored = holds.get(hold.id);
  const change = holdChanges.get(hold.id)?.[hold.version - 1];
  const state = operation === 'holdBeds' ? 'HELD' : moves[operation]?.to;
  return !stored || bedsOf(stored) !== bedsOf(hold) || change?.subject !== subject || change.state !== state || hold.state !== state;
}

/** How often each subject stands in the histories of holds and of pools. */
function effectsBySubject({ holdChanges, poolChanges }: Evidence): Map<string, string[]> {
  const effects = new Map<string, string[]>();
  const add = (subject: string | null, object: string) => {
    if (subject !== null && !effects.get(subject)?.push(object)) effects.set(subject, [object]);
  };
  for (const { subject, holdId } of [...holdChanges.values()].flat()) add(subject, holdId);
  for (const { subject, poolId, version } of [...poolChanges.values()].flat()) if (version > 1) add(subject, poolId);
  return effects;
}

/** Each operation that happened has changed one hold and each of its pools, or one pool, once. */
function invented({ bySubject, holds, holdChanges }: Evidence, effects: Map<string, string[]>): number {
  const holdsOf = Map.groupBy(
    [...holdChanges.values()].flat().filter(({ subject }) => subject !== null),
    ({ subject }) => subject!,
  );
  const isRight = (subject: string, objects: string[]) => {
    const operation = bySubject.get(subject);
    if (!operation || (operation.answer && operation.answer.kind !== 'Hold' && operation.answer.kind !== 'BedPool')) return false;
    if (operation.operation === 'setBedCounts') return objects.join() === operation.input.poolId;
    const hold = holds.get(holdsOf.get(subject)?.[0]?.holdId ?? '');
    return hold !== undefined && [...objects].sort().join() === [hold.id, ...hold.beds.map(({ poolId }) => poolId)].sort().join();
  };
  return [...effects].filter(([subject, objects]) => !isRight(subject, objects)).length;
}

function isWrongAnswer({ holdChanges }: Evidence, { operation, input, answer }: Operation): boolean {
  const move = moves[operation];
  if (answer === null) return false;
  if (!move) return ['NotFound', 'NotAdmitted', 'IdempotencyConflict'].includes(answer.kind);
  const stateAt = (version: number) => holdChanges.get(input.holdId!)?.[version - 1]?.state;
  if (answer.kind === 'HoldNotActive') return stateAt(answer.hold.version) !== answer.hold.state || answer.hold.state === move.from;
  if (answer.kind === 'VersionConflict')
    return stateAt(answer.currentVersion) !== move.from || answer.currentVersion === input.expectedVersion;
  return answer.kind !== 'Hold';
}
