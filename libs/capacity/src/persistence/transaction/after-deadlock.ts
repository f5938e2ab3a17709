/** SQLSTATE of the transaction that PostgreSQL ends so that another one can go on. */
const deadlock = '40P01';

/** SQLSTATE of a lock that could not be had in time. */
const lockTimeout = '55P03';

const codeOf = (error: unknown): unknown => (error as { code?: unknown } | null)?.code;

/** Whether somebody else kept a lock for too long. */
export const isLockTimeout = (error: unknown): boolean => codeOf(error) === lockTimeout;

const mostTries = 3;

/**
 * Does the work, and again when a deadlock ended it: nothing of it was done. A group locks many shelters in one order, but a batch
 * of directory events locks them in its own.
 */
export async function againAfterDeadlock<T>(work: () => Promise<T>, tries = mostTries): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (codeOf(error) !== deadlock || tries <= 1) throw error;
    return againAfterDeadlock(work, tries - 1);
  }
}
