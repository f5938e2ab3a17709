import { urgentFor } from '@haven/kernel';
import { GraphQLError } from 'graphql';
import { halving, type Fading } from './fading.js';
import { LeakyBuckets } from './leaky-buckets.js';
import { Turns, type Connection, type TurnLimits } from './turns.js';

/** Whose share an operation is taken from. */
export interface Payer {
  /** A subject, or the address of somebody without a token. */
  readonly name: string;
  readonly isKnown: boolean;
  /** Left out: not known, so they are never gone. */
  readonly connection?: Connection | undefined;
}

/** An operation, as far as it matters here. */
export interface Work {
  readonly cost: number;
  readonly isMutation: boolean;
}

/** How much one caller may cost. */
export interface ShareSettings {
  /** Cost a second that may go on for ever; a minute's worth of it may come at once. */
  readonly perSecond: number;
  /** Milliseconds, of any beginning. */
  readonly now?: () => number;
}

/** So many seconds' worth of a share may come at once. */
const burstSeconds = 60;

/** A line for operations that change nothing. Each caller may have so many wait in it. */
interface Lane {
  /** Least cost of an operation that stands in it. */
  readonly from: number;
  readonly atOnce: number;
  /** After one, nobody has a turn for so many times as long as it took, while others ask for little. */
  readonly rest: number;
}

/**
 * Queries take turns by what they cost, so that small ones do not wait for large ones. The largest run one at a time, and pause while
 * others ask for little.
 */
const lanes: readonly Lane[] = [
  { from: 50, atOnce: 1, rest: 6 },
  { from: 5, atOnce: 3, rest: 0 },
  { from: 0, atOnce: 6, rest: 0 },
];
/** So long is a small operation urgent: it waits often, and long work would go on each time. */
const urgentMilliseconds = 40;
/** A small operation counts as recent for this long. */
const quietMilliseconds = 1_000;
const waitingMaximum = 100;

/**
 * Nothing interrupts the reading of a document, and what it leaves behind must be collected. Refused documents cost their sender
 * nothing, so callers with a recent refusal wait in a line of their own, which reads a fiftieth of the time at most.
 */
const restAfterRefused = 49;
const charactersPerCost = 5_000;
/** A document that took this long to read is followed by a pause twice as long. */
const longReadMilliseconds = 4;
const restAfterLong = 2;
const refusalHalfLifeMilliseconds = 20_000;
const isLongAgo = 1 / 8;

/** Callers who asked for less in the last seconds come first. */
const halfLifeMilliseconds = 5_000;

/** What one without a token asks counts so many times: there is nothing for them here. */
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

  /** Takes the cost from the caller's share; answers why not when it has none left. */
  charge({ name, isKnown }: Payer, cost: number): GraphQLError | null {
    const weighed = isKnown ? cost : cost * strangerWeight;
    const seconds = this.buckets.add(name, weighed);
    if (seconds > 0) return tooMuch(seconds);
    this.recent.add(name, weighed);
    return null;
  }

  /** Remembers that a document of the caller's may not run. */
  refused({ name }: Payer): void {
    this.refusals.add(name, 1);
  }

  /**
   * Takes from the share what it costs to find out what somebody wants, by the length of the text. Resolves when it may be read, which
   * must happen at once. Rejects when nothing is left of the share, and as {@link turnOf} does.
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
    // After all that follows without a wait.
    process.nextTick(() => done(restFor(performance.now() - began)));
  }

  /** Runs when it is the caller's turn: who has cost least of late comes first. Mutations never wait here, they have lines of their own. */
  async inTurn<T>(caller: Payer, { cost, isMutation }: Work, run: () => Promise<T>): Promise<T> {
    const done = await this.turnOf(caller, { cost, isMutation });
    try {
      return await run();
    } finally {
      done();
    }
  }

  /** As {@link inTurn}, for who must say later that it is done. Rejects when too many of the caller's wait already, or the caller is gone. */
  async turnOf({ name, connection }: Payer, { cost, isMutation }: Work): Promise<() => void> {
    const lane = this.lanes.find(({ from }) => cost >= from);
    const isSmall = !lane?.rest;
    if (isMutation || isSmall) this.littleAsked = this.now();
    // What follows is no longer reading.
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
