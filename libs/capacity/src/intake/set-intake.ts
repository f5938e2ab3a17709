import { invalidInput, notFound, type IdempotencyConflict, type InvalidInput, type NotFound, type VersionConflict } from '@haven/kernel';
import { mayWrite, type Caller } from '@haven/security';
import { invalid, type Command } from '@haven/use-case';
import { isWithinAYear } from '../commands/a-year-ahead.js';
import { doorAfter, doorProblems, untilProblem, type Door, type SaidOfDoor } from '../placing/closed-door.js';
import { intakeProblems, type Intake } from '../placing/intake.js';
import { answerOnce } from '../commands/answer-once.js';
import { offerAndAnnounceBeds } from '../offers/offer-beds.js';
import type { Capacity, CapacityTransaction } from '../ports.js';
import { waitForService } from '../commands/wait-for-service.js';

/** Sets how a shelter takes people in. Fields that are left out stay. */
export interface SetIntakeCommand
  extends Command, SaidOfDoor, Partial<{ readonly [K in Exclude<keyof Intake, 'version' | keyof Door>]: Intake[K] | null }> {
  readonly serviceId: string;
  readonly expectedVersion: number;
  /** True removes the limit on beds. */
  readonly noBedLimit?: boolean | null;
}

type Failure = InvalidInput | NotFound | VersionConflict;

/** Failures in order of precedence: InvalidInput, IdempotencyConflict, InvalidInput (closedUntil is past), NotFound, VersionConflict. */
export async function setIntake(
  capacity: Capacity,
  caller: Caller,
  command: SetIntakeCommand,
): Promise<Intake | Failure | IdempotencyConflict> {
  const given = said(command);
  const wrong = invalid(command, [...intakeProblems(given), ...doorProblems(command)]);
  if (wrong) return wrong;
  await waitForService(capacity, command.serviceId);
  const { closedUntil, ...open } = command;
  return answerOnce(capacity, caller, 'setIntake', closedUntil ? command : open, async (tx) => {
    // Checked only now: a caller who repeats the call after that end gets the same answer.
    if (closedUntil && !isWithinAYear(closedUntil, capacity.clock.now())) return invalidInput(untilProblem);
    return put(tx, caller, command, given);
  });
}

async function put(tx: CapacityTransaction, caller: Caller, command: SetIntakeCommand, given: Partial<Intake>): Promise<Intake | Failure> {
  const service = await tx.service(command.serviceId);
  if (!service?.active || !mayWrite(caller, 'setIntake', service.organizationId)) return notFound;
  await tx.lockBeds(service.serviceId);
  const before = await tx.intake(service.serviceId);
  if (before.version !== command.expectedVersion) return { kind: 'VersionConflict', currentVersion: before.version };
  const intake = { ...before, ...given, version: before.version + 1 };
  await tx.putIntake(service.serviceId, intake, caller.subject);
  await offerAndAnnounceBeds(tx, service.serviceId);
  return intake;
}

/** The fields that were given. */
function said(command: SetIntakeCommand): Partial<Intake> {
  const { requiresAcceptance, acceptanceMinutes, usualMinutes, mostBedsPerOrganization, noBedLimit } = command;
  const given = { requiresAcceptance, acceptanceMinutes, usualMinutes, mostBedsPerOrganization };
  const kept = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null && value !== undefined)) as Partial<Intake>;
  return { ...kept, ...doorAfter(command), ...(noBedLimit && { mostBedsPerOrganization: null }) };
}
