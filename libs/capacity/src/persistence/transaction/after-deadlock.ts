/** SQLSTATE of a transaction that PostgreSQL ended so that another one can go on. */
const deadlock = '40P01';

/** SQLSTATE of a lock that did not become free in time. */
const lockTimeout = '55P03';

const codeOf = (error: unknown): unknown => (error as { code?: unknown } | null)?.code;

/** Whether another transaction kept a lock for too long. */
export const isLockTimeout = (error: unknown): boolean => codeOf(error) === lockTimeout;

const mostTries = 3;

/**
 * Does the work, and repeats it if a deadlock rolled it back. A group locks many shelters in a fixed order, but a batch of directory events
 * locks them in its own order.
 */
export async function againAfterDeadlock<T>(work: () => Promise<T>, tries = mostTries): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (codeOf(error) !== deadlock || tries <= 1) throw error;
    return againAfterDeadlock(work, tries - 1);
  }
}
