import {
  notFound,
  type FieldProblem,
  type IdempotencyConflict,
  type InvalidInput,
  type NotFound,
  type VersionConflict,
} from '@haven/kernel';
import type { Caller } from '@haven/security';
import { invalid, type Command } from '@haven/use-case';
import type { HoldNotActive } from './change-hold.js';
import { mayReachHold, seenHold } from './hold-access.js';
import { answerOnce } from '../commands/answer-once.js';
import { lockShelter } from '../offers/offer-beds.js';
import type { Capacity, CapacityTransaction, SeenHold } from '../ports.js';

/** When a stay should end. */
export interface ExtendPlacementCommand extends Command {
  readonly holdId: string;
  readonly expectedVersion: number;
  /** A calendar day, like 2026-12-24; null: open. */
  readonly expectedEnd: string | null;
}

type Failure = InvalidInput | NotFound | VersionConflict | HoldNotActive;

/**
 * Nothing ends by itself on that day: staff check the person out. Failures: InvalidInput, IdempotencyConflict, NotFound, HoldNotActive,
 * VersionConflict.
 */
export async function extendPlacement(
  capacity: Capacity,
  caller: Caller,
  command: ExtendPlacementCommand,
): Promise<SeenHold | Failure | IdempotencyConflict> {
  return (
    invalid(command, dayProblems(command.expectedEnd, capacity.clock.now())) ??
    answerOnce(capacity, caller, 'extendPlacement', command, (tx) => extend(tx, caller, command))
  );
}

async function extend(
  tx: CapacityTransaction,
  caller: Caller,
  { holdId, expectedVersion, expectedEnd }: ExtendPlacementCommand,
): Promise<SeenHold | Failure> {
  const before = await tx.hold(holdId);
  if (!before || !mayReachHold(caller, 'extendPlacement', before)) return notFound;
  await lockShelter(tx, before.hold.serviceId);
  const extended = await tx.extendStay(holdId, expectedVersion, expectedEnd, caller.subject);
  if (extended) return seenHold(extended);
  const now = (await tx.hold(holdId))!;
  return now.hold.state === 'CONFIRMED'
    ? { kind: 'VersionConflict', currentVersion: now.hold.version }
    : { kind: 'HoldNotActive', held: seenHold(now) };
}

/** The calendar of the database has no year 0. */
const isDay = (text: string): boolean => /^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text) && new Date(text).toJSON()?.startsWith(text) === true;

/** Another day is a mistake, or says something else than the end of a stay. Anywhere on earth it may still be yesterday. */
const isNear = (day: string, now: Date): boolean => {
  const days = (new Date(day).getTime() - now.getTime()) / 86_400_000;
  return days > -2 && days < 732;
};

function dayProblems(day: string | null, now: Date): FieldProblem[] {
  if (day === null || (isDay(day) && isNear(day, now))) return [];
  const message = isDay(day)
    ? 'Give a day from today to two years ahead, or null for an open end.'
    : 'Give a day of the calendar, like 2026-12-24, or null for an open end.';
  return [{ path: 'expectedEnd', message }];
}
