import { trace } from '@opentelemetry/api';
import { pino, type Logger } from 'pino';

/** Structured log on stderr. Only messages, codes and ids are written: an error of the database can carry a row's values. */
export function createLog(service: string, level: string): Logger {
  return pino({ level, base: { service }, mixin: ofRequest }, pino.destination(2));
}

/** Finds the lines of one request in all processes. */
function ofRequest(): { traceId?: string } {
  const traceId = trace.getActiveSpan()?.spanContext().traceId;
  return traceId === undefined ? {} : { traceId };
}

/** What may be logged of an error: never its message, parameters or detail, which may hold data. */
export function namesOf(error: unknown): { name: string; code?: string; constraint?: string; at?: string } {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code, constraint } = error as { code?: string; constraint?: string };
  const at = error.stack?.split('\n').find((line) => line.trimStart().startsWith('at '));
  return { name: error.name, ...(code && { code }), ...(constraint && { constraint }), ...(at && { at: at.trim() }) };
}
