import { GraphQLError } from 'graphql';
import { LeakyBuckets } from './leaky-buckets.js';
import { RecentUse } from './recent-use.js';
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
 * What keeps a process busy takes turns, so that it holds up neither itself nor what is soon done; the largest one by one, and while
 * others ask for little only a part of the time.
 */
const lanes: readonly Lane[] = [
  { from: 50, atOnce: 1, rest: 6 },
  { from: 5, atOnce: 3, rest: 0 },
  { from: 0, atOnce: 6, rest: 0 },
];
/** Others ask for little until so long after one of them did. */
const quietMilliseconds = 1_000;
const waitingMaximum = 100;

/**
 * A document is read in one piece, which nothing interrupts. Whoever had one refused of late reads in a line of their own, a tenth of
 * the time at most: a document that is refused costs its sender nothing.
 */
const restAfterRefused = 9;
/** After one that took so long, or longer, none is read for twice that time. */
const longReadMilliseconds = 4;
const restAfterLong = 2;
const refusalHalfLifeMilliseconds = 20_000;
const isLongAgo = 1 / 8;

/** Who has asked for much in the last seconds comes after who has not. */
const halfLifeMilliseconds = 5_000;

/** What one without a token asks counts so many times: there is nothing for them here. */
const strangerWeight = 10;

/** Divides a process among its callers. */
export class FairShare {
  private readonly buckets: LeakyBuckets;
  private readonly recent: RecentUse;
  private readonly readers: Turns;
  private readonly refusedReaders: Turns;
  private readonly refusals: RecentUse;
  private readonly lanes: readonly (Lane & { readonly turns: Turns })[];
  private littleAsked = -Infinity;

  private readonly now: () => number;

  constructor({ perSecond, now = () => performance.now() }: ShareSettings) {
    this.now = now;
    this.buckets = new LeakyBuckets(perSecond, perSecond * burstSeconds, now);
    this.recent = new RecentUse(halfLifeMilliseconds, now);
    const turnsOf = (limits: TurnLimits) => new Turns(limits, (name) => this.recent.of(name));
    this.refusals = new RecentUse(refusalHalfLifeMilliseconds, now);
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

  /** Resolves when a document may be read, which must happen at once. Rejects as {@link turnOf} does. */
  async toRead({ name, connection }: Payer): Promise<void> {
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
    if (isMutation || !lane?.rest) this.littleAsked = this.now();
    // What follows is no longer reading.
    await new Promise<void>((resolve) => process.nextTick(resolve));
    if (isMutation || !lane) return () => undefined;
    const turn = await lane.turns.take(name, connection);
    if (turn === null) throw tooMuch(1);
    return () => turn(this.now() - this.littleAsked < quietMilliseconds ? lane.rest : 0);
  }
}

const tooMuch = (seconds: number) =>
  new GraphQLError(`You ask for more than your share. Nothing was done: wait ${seconds} s and send it again.`, {
    extensions: {
      code: 'RATE_LIMITED',
      retryAfterSeconds: seconds,
      http: { status: 429, headers: new Map([['retry-after', String(seconds)]]) },
    },
  });
