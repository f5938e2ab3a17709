const turnMilliseconds = 8;

/**
 * For long work in one process: asked after each step, it answers a promise when it is time to let others have a turn, else
 * undefined. `await` what it answers.
 */
export function turnTaker(milliseconds = turnMilliseconds): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < milliseconds) return undefined;
    return new Promise((resolve) =>
      setImmediate(() => {
        since = performance.now();
        resolve();
      }),
    );
  };
}

/** Runs work that yields after each step, and lets others have a turn every few milliseconds. */
export async function inTurns<T>(work: Iterator<void, T>): Promise<T> {
  const turn = turnTaker();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    const others = turn();
    if (others) await others;
  }
}
