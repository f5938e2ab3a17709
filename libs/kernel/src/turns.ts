/** Work counts as short until it has taken this long. Short work gets longer turns, and gets them first. */
const shortMilliseconds = 20;
const turnMilliseconds: Readonly<Record<'short' | 'long', number>> = { short: 4, long: 1 };

/** How long long work lets urgent work go first, at each turn. */
const patienceMilliseconds = 15;

/** Waiting work: the milliseconds that it has taken so far, and since when it waits. */
interface Waiting {
  readonly took: number;
  readonly since: number;
  readonly goOn: () => void;
}

const waiting: Waiting[] = [];

/**
 * Resolves when others have had a turn: the network, timers and other long work. Each round of the event loop runs one piece of long work,
 * the one that has taken least so far. So nobody waits longer than one piece takes, however much long work there is.
 */
export function othersFirst(took = 0): Promise<void> {
  return new Promise((resolve) => {
    if (waiting.push({ took, since: performance.now(), goOn: resolve }) === 1) setImmediate(runOne);
  });
}

let urgent = 0;

/** Begins something urgent. The returned function ends it; calling it again does nothing. */
function beginUrgent(): () => void {
  urgent += 1;
  let isOver = false;
  return () => {
    if (!isOver) urgent -= 1;
    isOver = true;
  };
}

/**
 * Runs work that makes others wait until it ends, such as a transaction with its connection. Meanwhile long work waits, but no longer than
 * 15 ms at each turn.
 */
export async function urgently<T>(work: () => Promise<T>): Promise<T> {
  const end = beginUrgent();
  try {
    return await work();
  } finally {
    end();
  }
}

/** {@link urgently}, until the returned function is called, or for this many milliseconds: work that takes longer is no longer urgent. */
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
  // In the next round, because all callbacks that are due now run in this one.
  if (waiting.length > 0) setImmediate(runOne);
}

/** When others had their last turn. The limit is for all long work together, not for each piece. */
let since = -Infinity;

/**
 * For long work in a process: call it after each step. If it is time to give others a turn, it returns a promise to `await`, otherwise
 * undefined.
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

/** Runs work that yields after each step, and gives others a turn every few milliseconds. */
export async function inTurns<T>(work: Iterator<unknown, T>): Promise<T> {
  const turn = turnTaker();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    const others = turn();
    if (others) await others;
  }
}

/** Runs work that yields, without turns for others, because it is short. */
export function atOnce<T>(work: Iterator<unknown, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Passes items on one by one, with turns for others. */
export async function* eachInTurns<T>(source: AsyncIterable<T>): AsyncGenerator<T, void> {
  const turn = turnTaker();
  for await (const one of source) {
    // Before the item and not after it: a caller that waits for the next item must not wait for a turn first.
    const others = turn();
    if (others) await others;
    yield one;
  }
}

/** Maps a long list, with turns for others. */
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
