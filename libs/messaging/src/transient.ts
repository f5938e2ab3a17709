import { QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError } from 'typeorm';

/** SQLSTATE classes and codes that mean: try again later. */
const sqlStates = [
  /^08/, // connection
  /^53/, // out of memory, disk or connections
  /^57P/, // the server shuts down or starts
  /^40001$/, // serialization failure
  /^40P01$/, // deadlock
  /^55P03$/, // lock not available
];
const systemCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
/** Messages of the PostgreSQL driver, and of TypeORM, for errors without a code. */
const driverTexts = [
  /^Connection terminated/,
  /timeout exceeded when trying to connect/,
  /^Client has encountered a connection error/,
  /^Query read timeout/,
  /^Client was closed and is not queryable/,
  /^Cannot use a pool after calling end/,
  /^Driver not Connected/,
];
/** A connection that is lost between two statements is released at once, and the next statement finds it released. */
const released = [QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError];

/**
 * Whether the error says that the database, or the way to it, is away. That is no fault of the event being handled, so the work is repeated
 * later.
 */
export function isTransient(error: unknown): boolean {
  const waiting = [error];
  // Errors wrap errors (TypeORM's `driverError`, `cause`, `AggregateError`). The limit also ends a cycle.
  for (let looked = 0; waiting.length > 0 && looked < 20; looked++) {
    const next = waiting.pop();
    if (typeof next !== 'object' || next === null) continue;
    const { code, message, cause, driverError, errors } = next as Record<string, unknown>;
    if (isTransientCode(code) || isOfDriver(message) || released.some((kind) => next instanceof kind)) return true;
    waiting.push(cause, driverError, ...(Array.isArray(errors) ? (errors as unknown[]) : []));
  }
  return false;
}

const isTransientCode = (code: unknown): boolean =>
  typeof code === 'string' && (systemCodes.has(code) || sqlStates.some((state) => state.test(code)));

const isOfDriver = (message: unknown): boolean => typeof message === 'string' && driverTexts.some((text) => text.test(message));
