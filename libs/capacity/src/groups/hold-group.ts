import {
  inTurns,
  invalidInput,
  notFound,
  type FieldProblem,
  type IdempotencyConflict,
  type InvalidInput,
  type NotFound,
  type Reason,
} from '@haven/kernel';
import type { Caller } from '@haven/security';
import { invalid, once, type Command } from '@haven/use-case';
import { holdRequestProblems, minutesProblems, partyOf, type HoldRequest } from '../placing/hold-request.js';
import { planGroup } from './plan-group.js';
import { couldBeId } from '../commands/storable.js';
import { givenReference } from '../holds/references/given-reference.js';
import { holdLocked, lockFor, type HoldBedsCommand, type NoBedsLeft, type NotAdmitted } from '../holds/hold-beds.js';
import type { Capacity, CapacityTransaction, SeenHold } from '../ports.js';

/** The most parties and shelters in one call. */
export const groupLimits = { parties: 60, shelters: 50 } as const;

type PartyGiven = Pick<HoldRequest, 'party' | 'beds' | 'caseReference'>;

/** Asks which of these shelters could take which party. Earlier shelters are preferred. */
export interface PlanGroupCommand {
  readonly parties: readonly PartyGiven[];
  readonly serviceIds: readonly string[];
}

/** The proposal for one party; null: none of the shelters. */
export interface GroupPlanItem {
  readonly party: number;
  readonly serviceId: string | null;
  /** What to ask or know before. */
  readonly asks: readonly Reason[];
}

/** Proposes places among the beds that are free now. Holds nothing. */
export async function proposeGroup(
  capacity: Pick<Capacity, 'roomsThatTake'>,
  { parties, serviceIds }: PlanGroupCommand,
): Promise<readonly GroupPlanItem[] | InvalidInput> {
  const problems = [...partiesProblems('parties', parties), ...sheltersProblems(serviceIds)];
  if (problems.length > 0) return invalidInput(...problems);
  const shelters = [];
  for (const serviceId of new Set(serviceIds.filter(couldBeId))) {
    const pools = await capacity.roomsThatTake(serviceId);
    if (pools) shelters.push({ serviceId, pools });
  }
  const members = parties.map(({ party, beds }) => ({ party: partyOf(party), beds: beds ?? null }));
  const plan = await inTurns(planGroup(members, shelters));
  return plan.map((place, party) => ({ party, serviceId: place?.serviceId ?? null, asks: place?.asks ?? [] }));
}

/** Accepts a proposal: one hold for each party. */
export interface HoldGroupCommand extends Command {
  readonly holds: readonly Omit<HoldBedsCommand, 'idempotencyKey' | 'minutes'>[];
  readonly minutes?: number | null;
}

/** One party whose place is gone. */
export interface GroupChange {
  readonly party: number;
  readonly serviceId: string;
  readonly code: 'NO_BEDS_LEFT' | 'NOT_ADMITTED' | 'NOT_FOUND';
  readonly reasons: readonly Reason[];
}

/** One hold for each party, in the same order. */
export interface GroupHeld {
  readonly holds: readonly SeenHold[];
}

/** Nothing was held. `changes` names every party that stood in the way. */
export interface GroupChanged {
  readonly kind: 'GroupChanged';
  readonly changes: readonly GroupChange[];
}

/** Holds beds for the whole group or for nobody. Failures in order of precedence: InvalidInput, IdempotencyConflict, GroupChanged. */
export async function holdGroup(
  capacity: Capacity,
  caller: Caller,
  command: HoldGroupCommand,
): Promise<GroupHeld | InvalidInput | GroupChanged | IdempotencyConflict> {
  const given = command.holds.map(({ caseReference }, index) => givenReference(capacity, caseReference, `holds.${index}.caseReference`));
  const problems = given.slice(0, groupLimits.parties).flatMap((reference) => reference.problems);
  const holds = command.holds.map((hold, index) => ({ ...hold, caseReference: given[index]!.reference }));
  return (
    invalid(command, [...partiesProblems('holds', command.holds, command.minutes), ...problems]) ??
    capacity.changing({ serviceIds: holds.map(({ serviceId }) => serviceId).filter(couldBeId) }, (open) =>
      once(open, caller, 'holdGroup', command, (tx) => holdAll(tx, caller, { ...command, holds })).then((answer) => named(answer, command)),
    )
  );
}

/** An answer is stored without what the caller wrote, and a repeated call writes it again. */
function named(answer: GroupHeld | NamelessChange | IdempotencyConflict, { holds }: HoldGroupCommand) {
  if (!('kind' in answer) || answer.kind !== 'GroupChanged') return answer;
  return { ...answer, changes: answer.changes.map((one): GroupChange => ({ ...one, serviceId: holds[one.party]!.serviceId })) };
}

interface NamelessChange {
  readonly kind: 'GroupChanged';
  readonly changes: readonly Omit<GroupChange, 'serviceId'>[];
}

async function holdAll(tx: CapacityTransaction, caller: Caller, { holds, minutes, idempotencyKey }: HoldGroupCommand) {
  // Always in the same order, so that two groups that want the same shelters do not deadlock.
  const serviceIds = [...new Set(holds.map(({ serviceId }) => serviceId).filter(couldBeId))].sort();
  const locked = new Set<string>();
  for (const serviceId of serviceIds) if (await lockFor(tx, caller, 'holdBeds', serviceId)) locked.add(serviceId);
  return tx.allOrNothing<GroupHeld | NamelessChange>(async () => {
    const held: SeenHold[] = [];
    const changes: Omit<GroupChange, 'serviceId'>[] = [];
    for (const [party, wanted] of holds.entries()) {
      const command = { ...wanted, idempotencyKey, minutes: minutes ?? null };
      const shelter = locked.has(wanted.serviceId) ? await tx.lockShelter(wanted.serviceId, caller.organizationId) : null;
      const answer = shelter ? await holdLocked(tx, caller, command, shelter) : notFound;
      if (!('kind' in answer)) held.push(answer);
      else changes.push({ party, ...changeOf(answer) });
    }
    return changes.length === 0 ? { keep: true, value: { holds: held } } : { keep: false, value: { kind: 'GroupChanged', changes } };
  });
}

function changeOf(failure: NoBedsLeft | NotAdmitted | NotFound): Pick<GroupChange, 'code' | 'reasons'> {
  if (failure.kind === 'NotAdmitted') return { code: 'NOT_ADMITTED', reasons: failure.reasons };
  return { code: failure.kind === 'NoBedsLeft' ? 'NO_BEDS_LEFT' : 'NOT_FOUND', reasons: [] };
}

/** All holds share the minutes, so a problem with them is reported once. */
function partiesProblems(field: string, parties: readonly PartyGiven[], minutes: number | null = null): FieldProblem[] {
  if (parties.length < 1 || parties.length > groupLimits.parties)
    return [{ path: field, message: `Give 1 to ${groupLimits.parties} parties.` }];
  const ofParties = parties.flatMap((party, index) =>
    holdRequestProblems(party).map(({ path, message }) => ({ path: `${field}.${index}.${path}`, message })),
  );
  return [...ofParties, ...minutesProblems(minutes)];
}

const sheltersProblems = (serviceIds: readonly string[]): FieldProblem[] =>
  serviceIds.length >= 1 && serviceIds.length <= groupLimits.shelters
    ? []
    : [{ path: 'serviceIds', message: `Name 1 to ${groupLimits.shelters} services, the preferred ones first; match finds them.` }];
