import type { Answer, HoldChangeLine, HoldLine, HoldState } from '../history.js';
import type { Evidence } from './evidence.js';
import type { Operation } from './operations.js';

/** Ids of holds that a shelter had to accept when they were made. */
interface Accepting {
  readonly toAccept: ReadonlySet<string>;
}

/** The states of a hold before and after an operation. */
export const moves: Readonly<Record<string, { readonly from: HoldState; readonly to: HoldState }>> = {
  confirmHold: { from: 'HELD', to: 'CONFIRMED' },
  releaseHold: { from: 'HELD', to: 'RELEASED' },
  declineHold: { from: 'HELD', to: 'DECLINED' },
  checkOut: { from: 'CONFIRMED', to: 'CHECKED_OUT' },
  acceptHold: { from: 'HELD', to: 'HELD' },
  takeOffer: { from: 'HELD', to: 'HELD' },
  extendPlacement: { from: 'CONFIRMED', to: 'CONFIRMED' },
};

/** Operations that make holds. */
export const claims: readonly string[] = ['holdBeds', 'holdGroup', 'joinWaitlist'];

const done: readonly Answer['kind'][] = ['Hold', 'GroupHeld', 'BedPool', 'Waiting', 'Intake'];
/** Whether the operation may have happened: no answer says that it did nothing. */
export const mayHaveHappened = ({ answer }: Operation): boolean => answer === null || done.includes(answer.kind);

const wasDone = ({ bySubject }: Evidence, changes: readonly HoldChangeLine[], upTo: number, operation: Operation['operation']) =>
  changes.some(({ version, subject }) => version <= upTo && subject !== null && bySubject.get(subject)?.operation === operation);

/** Whether the shelter still had to accept the hold at that version. */
export const isToAccept = (evidence: Evidence, { toAccept }: Accepting, hold: HoldLine, version: number): boolean => {
  const changes = evidence.holdChanges.get(hold.id) ?? [];
  return changes[version - 1]?.state === 'HELD' && toAccept.has(hold.id) && !wasDone(evidence, changes, version, 'acceptHold');
};

/** Whether the hold at that version was an offer that nobody had taken. */
export const isOffer = (evidence: Evidence, hold: HoldLine, version: number): boolean => {
  const changes = evidence.holdChanges.get(hold.id) ?? [];
  const isFromList = evidence.bySubject.get(hold.subject)?.operation === 'joinWaitlist';
  return changes[version - 1]?.state === 'HELD' && isFromList && !wasDone(evidence, changes, version, 'takeOffer');
};

/** Whether the shelter's time to accept was running at that version. For an offer it begins when the offer is taken. */
export const isAsked = (evidence: Evidence, replay: Accepting, hold: HoldLine, version: number): boolean =>
  isToAccept(evidence, replay, hold, version) && !isOffer(evidence, hold, version);

/** Whether a hold can go from one version to the next in this way. */
export function isMove(evidence: Evidence, replay: Accepting, hold: HoldLine, before: HoldChangeLine, change: HoldChangeLine): boolean {
  const { state, subject, version } = change;
  if (version !== before.version + 1) return false;
  if (subject === null) return before.state === 'HELD' && state === 'EXPIRED';
  const { operation, input } = evidence.bySubject.get(subject) ?? { operation: null, input: {} };
  if (operation === 'leaveWaitlist') return state === 'RELEASED' && isLeft(evidence, hold, before, input);
  const move = moves[operation ?? ''];
  if (move?.from !== before.state || move.to !== state || input.holdId !== hold.id || input.expectedVersion !== before.version)
    return false;
  if (operation === 'acceptHold') return isToAccept(evidence, replay, hold, before.version);
  return operation !== 'takeOffer' || isOffer(evidence, hold, before.version);
}

/** The party of an offer leaves the list. */
const isLeft = (evidence: Evidence, hold: HoldLine, before: HoldChangeLine, { waitingId, expectedVersion }: Operation['input']): boolean =>
  evidence.waiting.get(waitingId!)?.holdId === hold.id && expectedVersion === 2 && isOffer(evidence, hold, before.version);
