import type { SeenIntake } from '../history.js';
import { free, hasRoom, isAdmitted } from './beds.js';
import { boundsOfSteps, type Bounds } from './bounds.js';
import type { Evidence, JudgedPool } from './evidence.js';
import { sameText, type Operation } from './operations.js';
import { overtaken } from './real-time.js';
import { usualIntake, whyNoWaiting, type Replay, type ShelterState } from './replay.js';
import type { Step } from './steps.js';

/** Faults of shelters. */
export interface ShelterVerdict {
  /**
   * Changes of beds that were not published, were published wrongly, or do not belong to any operation; reads of beds that were never
   * published.
   */
  readonly untold: number;
  /** Beds that were offered out of turn, or not offered to the first in line. */
  readonly unfair: number;
  /** Holds and refusals against the intake of the shelter; intakes, and answers about them, that nobody has set. */
  readonly wrongAdmissions: number;
  /** Operations at a shelter that come after one that began only when they had ended. */
  readonly sheltersOutOfOrder: number;
}

/** Checks all operations of each shelter. */
export function judgeShelters(evidence: Evidence, replay: Replay): ShelterVerdict {
  const sum = { untold: replay.untold, unfair: replay.unfair, wrongAdmissions: replay.wrongAdmissions, sheltersOutOfOrder: 0 };
  const shelters = new Map<string, Course>();
  const asked = Map.groupBy(evidence.operations, ({ input }) => input.serviceId ?? '');
  for (const [serviceId, steps] of replay.steps) {
    const states = replay.states.get(serviceId)!;
    const operations = asked.get(serviceId) ?? [];
    const looks = operations.filter(({ answer }) => answer?.kind === 'Availability' || answer?.kind === 'NoBedsLeft');
    sum.untold += looks.filter((look) => !isAsTold(look, steps)).length;
    sum.sheltersOutOfOrder += overtaken([...steps.flatMap(inOrder), ...looks.map(lookInOrder)]);
    const bounds = boundsOfSteps(steps);
    shelters.set(serviceId, { steps, states, bounds });
    sum.wrongAdmissions += operations.filter((one) => isWronglyRefused(evidence, one, states, bounds)).length;
    const intake = judgeIntake(evidence, replay, serviceId, operations);
    sum.wrongAdmissions += intake.wrong;
    sum.sheltersOutOfOrder += intake.outOfOrder;
  }
  sum.wrongAdmissions += evidence.operations.filter((one) => isGroupWronglyRefused(evidence, one, shelters)).length;
  return sum;
}

const inOrder = ({ operation, told }: Step) =>
  operation ? [{ place: told.sequence, invoked: operation.invoked, returned: operation.returned }] : [];
const lookInOrder = ({ answer, invoked, returned }: Operation) => ({ place: sequenceOf(answer) + 0.5, invoked, returned });
const sequenceOf = (answer: Operation['answer']): number => (answer as { readonly sequence: number }).sequence;

function isAsTold({ answer }: Operation, steps: readonly Step[]): boolean {
  const told = steps[sequenceOf(answer) - 1]?.told.versions ?? {};
  const { pools } = answer as { readonly pools: readonly { readonly id: string; readonly version: number }[] };
  return pools.length === Object.keys(told).length && pools.every(({ id, version }) => told[id] === version);
}

/** Everything that happened at a shelter. */
interface Course {
  readonly steps: readonly Step[];
  readonly states: readonly ShelterState[];
  readonly bounds: Bounds;
}

/** A refusal must be right at one instant at least of those at which it can have been given. */
function isWronglyRefused({ poolsOf }: Evidence, operation: Operation, states: readonly ShelterState[], bounds: Bounds): boolean {
  const { answer, input } = operation;
  const pools = poolsOf.get(input.serviceId!) ?? [];
  if (answer?.kind === 'NoBedsLeft') return refusals(operation, states[answer.sequence], pools).length > 0;
  if (answer?.kind !== 'NotAdmitted') return false;
  return !seenBy(operation, bounds).some((sequence) => refusals(operation, states[sequence], pools).join() === answer.reasons.join());
}

/** The sequences at which an operation can have read the shelter. */
function seenBy({ invoked, returned }: Operation, { earliest, latest }: Bounds): number[] {
  const from = Math.max(
    0,
    latest.findLastIndex((instant) => instant < invoked),
  );
  const to = earliest.findLastIndex((instant) => instant <= returned!);
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** Each party for which a group was refused, with earlier parties of the group that go to the same shelter. */
function isGroupWronglyRefused(evidence: Evidence, operation: Operation, shelters: ReadonlyMap<string, Course>): boolean {
  const { answer, input } = operation;
  if (answer?.kind !== 'GroupChanged') return false;
  const couldBe = ({ party: index }: { readonly party: number }) => {
    const { serviceId } = input.holds![index]!;
    const { steps, states, bounds } = shelters.get(serviceId)!;
    const pools = evidence.poolsOf.get(serviceId)!;
    const party = input.holds!.slice(0, index + 1).flatMap((one) => (one.serviceId === serviceId ? one.party : []));
    const freeAt = (sequence: number) => (poolId: string) => {
      const version = steps[sequence - 1]?.told.versions[poolId] ?? 0;
      return version === 0 ? 0 : free(evidence.poolChanges.get(poolId)![version - 1]!);
    };
    return seenBy(operation, bounds).some(
      (sequence) =>
        refusals({ ...operation, input: { party } }, states[sequence], pools).length > 0 || !hasRoom(party, pools, freeAt(sequence)),
    );
  };
  return answer.changes.length === 0 || !answer.changes.every(couldBe);
}

/** For joining a list, surge beds are left out: another clock decides whether they have ended. */
function refusals({ operation, organization, input }: Operation, state: ShelterState | undefined, pools: readonly JudgedPool[]): string[] {
  if (!state) return ['NEVER'];
  if (operation === 'joinWaitlist') return [whyNoWaiting(input.party ?? [], state, pools, 'lasting')].filter((one) => one !== null);
  const { open, mostBedsPerOrganization: most } = state.intake;
  if (!open) return ['INTAKE_CLOSED'];
  const party = input.party ?? [];
  if (most !== null && (state.held[organization!] ?? 0) + party.length > most) return ['HOLD_LIMIT'];
  return isAdmitted(party, pools) ? [] : ['NOT_ADMITTED_PERSONS'];
}

function judgeIntake({ intakes }: Evidence, replay: Replay, serviceId: string, operations: readonly Operation[]) {
  const said = replay.intakes.get(serviceId) ?? [];
  const byVersion = new Map(replay.states.get(serviceId)?.map(({ intake }) => [intake.version, intake]));
  const stored = intakes.get(serviceId) ?? usualIntake;
  const onIntake = operations.filter(({ operation }) => operation === 'intake' || operation === 'setIntake');
  const isRight = (one: Operation) => {
    const { answer, input } = one;
    if (answer?.kind === 'VersionConflict') return answer.currentVersion !== input.expectedVersion && byVersion.has(answer.currentVersion);
    if (answer?.kind !== 'Intake') return answer === null;
    if (one.operation === 'setIntake' && said[answer.intake.version - 1] !== one) return false;
    return isSame(answer.intake, byVersion.get(answer.intake.version));
  };
  const looks = onIntake.flatMap(({ operation, answer, invoked, returned }) => {
    if (answer?.kind === 'VersionConflict') return [{ place: answer.currentVersion + 0.5, invoked, returned }];
    return operation === 'intake' && answer?.kind === 'Intake' ? [{ place: answer.intake.version + 0.5, invoked, returned }] : [];
  });
  const made = said.map(({ invoked, returned }, index) => ({ place: index + 1, invoked, returned }));
  const isAsStored = stored.version === said.length && isSame(stored, byVersion.get(said.length));
  return { wrong: onIntake.filter((one) => !isRight(one)).length + (isAsStored ? 0 : 1), outOfOrder: overtaken([...made, ...looks]) };
}

const isSame = (a: SeenIntake, b: SeenIntake | undefined): boolean => b !== undefined && sameText(partsOf(a)) === sameText(partsOf(b));
const partsOf = ({ version, open, requiresAcceptance, mostBedsPerOrganization }: SeenIntake) => ({
  version,
  open,
  requiresAcceptance,
  mostBedsPerOrganization,
});
