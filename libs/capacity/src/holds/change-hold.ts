import { notFound, type IdempotencyConflict, type InvalidInput, type NotFound, type VersionConflict } from '@haven/kernel';
import type { Caller, OperationName } from '@haven/security';
import { invalid, type Command } from '@haven/use-case';
import { holdMoves } from '../placing/hold.js';
import { judgedIn } from '../placing/place-hold.js';
import { roomsUnder } from '../placing/rooms.js';
import { mayReachHold, seenHold } from './hold-access.js';
import { answerOnce } from '../commands/answer-once.js';
import { lockShelter, offerAndAnnounceBeds } from '../offers/offer-beds.js';
import type { Capacity, CapacityTransaction, SeenHold, StoredHold } from '../ports.js';

/** The next step of a hold, and the version that was on the screen. */
export interface HoldTransitionCommand extends Command {
  readonly holdId: string;
  readonly expectedVersion: number;
}

/** What a caller can do with a hold. */
export const holdOperations = {
  acceptHold: 'accept',
  takeOffer: 'take',
  confirmHold: 'confirm',
  releaseHold: 'release',
  declineHold: 'decline',
  checkOut: 'checkOut',
} as const satisfies {
  readonly [O in OperationName]?: keyof typeof holdMoves | 'accept' | 'take';
};
/** {@link holdOperations} */
export type HoldOperation = keyof typeof holdOperations;

/** The hold has ended, or is not in the state that this step needs. `held` shows its state. */
export interface HoldNotActive {
  readonly kind: 'HoldNotActive';
  readonly held: SeenHold;
}

type Failure = InvalidInput | NotFound | VersionConflict | HoldNotActive;

/** Failures in order of precedence: InvalidInput, IdempotencyConflict, NotFound, HoldNotActive, VersionConflict. */
export const changeHold =
  (operation: HoldOperation) =>
  async (capacity: Capacity, caller: Caller, command: HoldTransitionCommand): Promise<SeenHold | Failure | IdempotencyConflict> =>
    invalid(command) ?? answerOnce(capacity, caller, operation, command, (tx) => change(tx, caller, operation, command));

async function change(
  tx: CapacityTransaction,
  caller: Caller,
  operation: HoldOperation,
  { holdId, expectedVersion }: HoldTransitionCommand,
): Promise<SeenHold | Failure> {
  const before = await tx.hold(holdId);
  if (!before || !mayReachHold(caller, operation, before)) return notFound;
  const { serviceId } = before.hold;
  await lockShelter(tx, serviceId);
  const verb = holdOperations[operation];
  const moved = await doIt(tx, verb, before, expectedVersion, caller.subject);
  if (moved && moved.hold.state !== before.hold.state) await offerAndAnnounceBeds(tx, serviceId);
  return moved ? seenHold(moved) : whyNot(tx, operation, before.hold.id, expectedVersion);
}

type Verb = (typeof holdOperations)[HoldOperation];

async function doIt(tx: CapacityTransaction, verb: Verb, held: StoredHold, expectedVersion: number, subject: string) {
  const { hold } = held;
  const offer = held.isOffer && goesOn.has(verb) ? await offerNow(tx, held) : null;
  if (offer?.isAdmitted === false) {
    if (await tx.moveHold(hold.id, 'decline', expectedVersion, subject)) await offerAndAnnounceBeds(tx, hold.serviceId);
    return null;
  }
  if (verb === 'accept') return tx.acceptHold(hold.id, expectedVersion, subject);
  if (verb !== 'take') return tx.moveHold(hold.id, verb, expectedVersion, subject);
  const { usualMinutes } = await tx.intake(hold.serviceId);
  return tx.takeOffer(hold.id, expectedVersion, { minutes: usualMinutes, asks: offer?.asks ?? held.asks, subject });
}

/** Steps towards a bed. */
const goesOn: ReadonlySet<Verb> = new Set<Verb>(['take', 'accept', 'confirm']);

/**
 * The rule may have changed since the offer was made, or an older version that did not check the rule may have made it. What it leaves open
 * now is asked too.
 */
async function offerNow(tx: CapacityTransaction, { hold, party: guests, asks }: StoredHold) {
  const offered = await tx.offeredTo(hold.id);
  const service = await tx.service(hold.serviceId);
  if (!offered?.party || !guests) return { isAdmitted: true, asks };
  if (!service?.admits) return { isAdmitted: false, asks };
  const pools = (await tx.poolsOf(hold.serviceId)).map(({ pool }) => pool);
  const rooms = roomsUnder(service.admits, pools);
  const roomOf = guests.map(({ poolId }) => poolId);
  const now = judgedIn(offered.party, roomOf, rooms);
  return { ...now, asks: [...asks, ...now.asks.filter(({ code }) => !asks.some((one) => one.code === code))] };
}

async function whyNot(tx: CapacityTransaction, operation: HoldOperation, holdId: string, expectedVersion: number) {
  const held = (await tx.hold(holdId))!;
  if (!couldBeDone(held, holdOperations[operation])) return notActive(held);
  if (held.hold.version !== expectedVersion) return { kind: 'VersionConflict', currentVersion: held.hold.version } as const;
  // Nothing but the clock prevents it: the hold ended after the shelter was locked.
  await lockShelter(tx, held.hold.serviceId);
  return notActive((await tx.hold(holdId))!);
}

const notActive = (held: StoredHold): HoldNotActive => ({ kind: 'HoldNotActive', held: seenHold(held) });

function couldBeDone({ hold: { state }, isToAccept, isOffer }: StoredHold, verb: Verb): boolean {
  if (verb === 'accept') return state === 'HELD' && isToAccept;
  return verb === 'take' ? state === 'HELD' && isOffer : state === holdMoves[verb].from;
}
