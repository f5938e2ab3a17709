/** Until it has taken this long, work counts as short: it gets longer turns, and gets them first. */
const shortMilliseconds = 20;
const turnMilliseconds: Readonly<Record<'short' | 'long', number>> = { short: 4, long: 1 };

/** How long long work lets urgent work go first, at each turn. */
const patienceMilliseconds = 15;

/** Work that waits for its next turn, the milliseconds that it has taken so far, and since when it waits. */
interface Waiting {
  readonly took: number;
  readonly since: number;
  readonly goOn: () => void;
}

const waiting: Waiting[] = [];

/**
 * Resolves when others have had a turn: the network, timers and other long work. In each round of the event loop one piece of long work
 * runs, of the work that has taken least so far. So nobody waits longer than one piece takes, however much long work there is.
 */
export function othersFirst(took = 0): Promise<void> {
  return new Promise((resolve) => {
    if (waiting.push({ took, since: performance.now(), goOn: resolve }) === 1) setImmediate(runOne);
  });
}

let urgent = 0;

/** Something is urgent from now on, until what it answers is called; again does nothing. */
function beginUrgent(): () => void {
  urgent += 1;
  let isOver = false;
  return () => {
    if (!isOver) urgent -= 1;
    isOver = true;
  };
}

/**
 * Runs work that keeps others waiting until it is done, as a transaction keeps whoever waits for its connection. While it runs, long
 * work waits, but no longer than 15 ms at each turn.
 */
export async function urgently<T>(work: () => Promise<T>): Promise<T> {
  const end = beginUrgent();
  try {
    return await work();
  } finally {
    end();
  }
}

/** As {@link urgently}, until what it answers is called, or for so many milliseconds: work that becomes long is no longer urgent. */
export function urgentFor(milliseconds: number): () => void {
  const end = beginUrgent();
  const timer = setTimeout(end, milliseconds).unref();
  return () => {
    clearTimeout(timer);
    end();
  };
}

function runOne(): void {
  const now = performance.now();
  const next = waiting.reduce((least, one, index) => (one.took < waiting[least]!.took ? index : least), 0);
  const { took, since: waits } = waiting[next]!;
  if (urgent > 0 && took >= shortMilliseconds && now - waits < patienceMilliseconds) return void setTimeout(runOne, 1);
  since = now;
  waiting.splice(next, 1)[0]!.goOn();
  // In the next round: those that are due now all run in this one.
  if (waiting.length > 0) setImmediate(runOne);
}

/** When others had their last turn: all long work together takes this long, not each piece of it. */
let since = -Infinity;

/**
 * For long work in one process: asked after each step, it answers a promise when it is time to let others have a turn, else
 * undefined. `await` what it answers.
 */
export function turnTaker({ short, long } = turnMilliseconds): () => Promise<void> | undefined {
  let took = 0;
  let last = performance.now();
  return () => {
    const now = performance.now();
    took += now - Math.max(last, since);
    last = now;
    return now - since < (took < shortMilliseconds ? short : long) ? undefined : othersFirst(took);
  };
}

/** Runs work that yields after each step, and lets others have a turn every few milliseconds. */
export async function inTurns<T>(work: Iterator<unknown, T>): Promise<T> {
  const turn = turnTaker();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    const others = turn();
    if (others) await others;
  }
}

/** Runs work that yields, without a turn for others: for what is short by itself. */
export function atOnce<T>(work: Iterator<unknown, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Passes on one by one what comes, while others have a turn. */
export async function* eachInTurns<T>(source: AsyncIterable<T>): AsyncGenerator<T, void> {
  const turn = turnTaker();
  for await (const one of source) {
    // Before it and not after: whoever waits for what comes next shall not wait for a turn first.
    const others = turn();
    if (others) await others;
    yield one;
  }
}

/** What a function makes of each of a long list, while others have a turn. */
export async function mapInTurns<T, R>(list: readonly T[], make: (one: T) => R): Promise<R[]> {
  const turn = turnTaker();
  const made: R[] = [];
  for (const one of list) {
    made.push(make(one));
    const others = turn();
    if (others) await others;
  }
  return made;
}
