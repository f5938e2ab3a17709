import { urgentFor } from '@haven/kernel';
import { GraphQLError } from 'graphql';
import { halving, type Fading } from './fading.js';
import { LeakyBuckets } from './leaky-buckets.js';
import { Turns, type Connection, type TurnLimits } from './turns.js';

/** The caller whose share pays for an operation. */
export interface Payer {
  /** A subject, or the address of somebody without a token. */
  readonly name: string;
  readonly isKnown: boolean;
  /** Missing: unknown, so the caller never counts as gone. */
  readonly connection?: Connection | undefined;
}

/** The parts of an operation that the share uses. */
export interface Work {
  readonly cost: number;
  readonly isMutation: boolean;
}

/** The share of one caller. */
export interface ShareSettings {
  /** Cost per second that may continue for ever; a minute's worth of it may come at once. */
  readonly perSecond: number;
  /** Milliseconds since any fixed instant. */
  readonly now?: () => number;
}

/** So many seconds' worth of a share may come at once. */
const burstSeconds = 60;

/** A queue for operations that change nothing. Each caller may have so many waiting in it. */
interface Lane {
  /** Least cost of an operation in this queue. */
  readonly from: number;
  readonly atOnce: number;
  /** After one, the queue pauses for so many times as long as it took, while others send small ones. */
  readonly rest: number;
}

/**
 * Queries take turns by their cost, so that small ones do not wait for large ones. The largest run one at a time, and pause while others
 * send small ones.
 */
const lanes: readonly Lane[] = [
  { from: 50, atOnce: 1, rest: 6 },
  { from: 5, atOnce: 3, rest: 0 },
  { from: 0, atOnce: 6, rest: 0 },
];
/** A small operation is urgent for this long: it waits often, and long work would continue each time. */
const urgentMilliseconds = 40;
/** A small operation counts as recent for this long. */
const quietMilliseconds = 1_000;
const waitingMaximum = 100;

/**
 * Nothing interrupts reading a document, and its garbage must be collected. Refused documents cost their sender nothing, so callers with a
 * recent refusal wait in a separate queue, which reads for a fiftieth of the time at most.
 */
const restAfterRefused = 49;
const charactersPerCost = 5_000;
/** A document that took this long to read is followed by a pause twice as long. */
const longReadMilliseconds = 4;
const restAfterLong = 2;
const refusalHalfLifeMilliseconds = 20_000;
const isLongAgo = 1 / 8;

/** Callers with less use in the last seconds come first. */
const halfLifeMilliseconds = 5_000;

/** The cost of operations without a token is multiplied by this: there is nothing for strangers here. */
const strangerWeight = 10;

/** Divides a process among its callers. */
export class FairShare {
  private readonly buckets: LeakyBuckets;
  private readonly recent: Fading;
  private readonly readers: Turns;
  private readonly refusedReaders: Turns;
  private readonly refusals: Fading;
  private readonly lanes: readonly (Lane & { readonly turns: Turns })[];
  private littleAsked = -Infinity;
  private readonly now: () => number;

  constructor({ perSecond, now = () => performance.now() }: ShareSettings) {
    this.now = now;
    this.buckets = new LeakyBuckets(perSecond, perSecond * burstSeconds, now);
    this.recent = halving(halfLifeMilliseconds, now);
    const turnsOf = (limits: TurnLimits) => new Turns(limits, (name) => this.recent.of(name));
    this.refusals = halving(refusalHalfLifeMilliseconds, now);
    this.readers = turnsOf({ atOnce: 1, waitingMaximum });
    this.refusedReaders = turnsOf({ atOnce: 1, waitingMaximum });
    this.lanes = lanes.map((lane) => ({ ...lane, turns: turnsOf({ atOnce: lane.atOnce, waitingMaximum }) }));
  }

  /** Takes the cost from the caller's share; returns an error if too little is left. */
  charge({ name, isKnown }: Payer, cost: number): GraphQLError | null {
    const weighed = isKnown ? cost : cost * strangerWeight;
    const seconds = this.buckets.add(name, weighed);
    if (seconds > 0) return tooMuch(seconds);
    this.recent.add(name, weighed);
    return null;
  }

  /** Records that a document of the caller was refused. */
  refused({ name }: Payer): void {
    this.refusals.add(name, 1);
  }

  /**
   * Takes the cost of parsing from the share, by the length of the text. Resolves when it may be read, which must happen at once. Rejects
   * if nothing is left of the share, and like {@link turnOf}.
   */
  async toRead(payer: Payer, length: number): Promise<void> {
    const { name, connection } = payer;
    const over = this.charge(payer, 1 + length / charactersPerCost);
    if (over) throw over;
    const isTrusted = this.refusals.of(name) < isLongAgo;
    const done = await (isTrusted ? this.readers : this.refusedReaders).take(name, connection);
    if (done === null) throw tooMuch(1);
    const began = performance.now();
    const restFor = (took: number) => (!isTrusted ? restAfterRefused : took < longReadMilliseconds ? 0 : restAfterLong);
    // Runs after everything that follows without a wait.
    process.nextTick(() => done(restFor(performance.now() - began)));
  }

  /**
   * Runs when it is the caller's turn: the caller with the least recent cost comes first. Mutations never wait here; they have their own
   * queues.
   */
  async inTurn<T>(caller: Payer, { cost, isMutation }: Work, run: () => Promise<T>): Promise<T> {
    const done = await this.turnOf(caller, { cost, isMutation });
    try {
      return await run();
    } finally {
      done();
    }
  }

  /**
   * Like {@link inTurn}, but the caller ends the turn later. Rejects if too many of the caller's operations already wait, or the caller is
   * gone.
   */
  async turnOf({ name, connection }: Payer, { cost, isMutation }: Work): Promise<() => void> {
    const lane = this.lanes.find(({ from }) => cost >= from);
    const isSmall = !lane?.rest;
    if (isMutation || isSmall) this.littleAsked = this.now();
    // The following work is no longer reading.
    await new Promise<void>((resolve) => process.nextTick(resolve));
    const turn = isMutation || !lane ? () => undefined : await lane.turns.take(name, connection);
    if (turn === null) throw tooMuch(1);
    const noLongerUrgent = isSmall ? urgentFor(urgentMilliseconds) : () => undefined;
    return () => {
      noLongerUrgent();
      turn(lane && this.now() - this.littleAsked < quietMilliseconds ? lane.rest : 0);
    };
  }
}

const tooMuch = (seconds: number) =>
  new GraphQLError(`You have used up your share. Nothing was done: wait ${seconds} s and send it again.`, {
    extensions: {
      code: 'RATE_LIMITED',
      retryAfterSeconds: seconds,
      http: { status: 429, headers: new Map([['retry-after', String(seconds)]]) },
    },
  });
