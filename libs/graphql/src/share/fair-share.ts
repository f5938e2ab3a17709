import { GraphQLError } from 'graphql';
import { LeakyBuckets } from './leaky-buckets.js';
import { Turns } from './turns.js';

/** Whose share an operation is taken from. */
export interface Payer {
  /** A subject, or the address of somebody without a token. */
  readonly name: string;
  readonly isKnown: boolean;
}

/** How much one caller may cost. */
export interface ShareSettings {
  /** Cost a second that may go on for ever; a minute's worth of it may come at once. */
  readonly perSecond: number;
  /** Milliseconds, of any beginning. */
  readonly now?: () => number;
}

/** Operations that only read and cost at least this take turns: they keep a process busy, and wait for nobody. */
const heavy = 5;
/** So many of them run at the same time; each caller may have so many wait. */
const turns = { atOnce: 4, waitingMaximum: 100 };

/** What one without a token asks counts so many times: there is nothing for them here. */
const strangerWeight = 10;

/** Divides a process among its callers. */
export class FairShare {
  private readonly buckets: LeakyBuckets;
  private readonly turns = new Turns(turns.atOnce, turns.waitingMaximum, (name) => this.buckets.levelOf(name));

  constructor({ perSecond, now = () => performance.now() }: ShareSettings) {
    this.buckets = new LeakyBuckets(perSecond, perSecond * 60, now);
  }

  /** Takes the cost from the caller's share; answers why not when it has none left. */
  charge({ name, isKnown }: Payer, cost: number): GraphQLError | null {
    const seconds = this.buckets.add(name, isKnown ? cost : cost * strangerWeight);
    return seconds === 0 ? null : tooMuch(seconds);
  }

  /** Runs when it is the caller's turn: who has cost least of late comes first. Mutations never wait here, they have lines of their own. */
  async inTurn<T>(caller: Payer, cost: number, isQuery: boolean, run: () => Promise<T>): Promise<T> {
    const done = await this.turnOf(caller, cost, isQuery);
    try {
      return await run();
    } finally {
      done();
    }
  }

  /** As {@link inTurn}, for who must say later that it is done. Rejects when too many of the caller's wait already. */
  async turnOf({ name }: Payer, cost: number, isQuery: boolean): Promise<() => void> {
    if (!isQuery || cost < heavy) return () => undefined;
    const turn = this.turns.take(name);
    if (turn === null) throw tooMuch(1);
    return turn;
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
