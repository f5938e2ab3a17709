import { trace } from '@opentelemetry/api';
import { pino, type Logger } from 'pino';
import { quietLibraries } from './quiet-libraries.js';

/** Structured log on stderr. Only messages, codes and ids are written: an error of the database can carry a row's values. */
export function createLog(service: string, level: string): Logger {
  return pino({ level, base: { service }, mixin: ofRequest }, pino.destination(2));
}

/** The log of this process: everything that is written in it goes there. */
export function createProcessLog(service: string, level: string): Logger {
  const log = createLog(service, level);
  quietLibraries((severity, line) => log[severity](line, 'A library wrote a line, which is left out: it may hold what a caller sent'));
  return log;
}

/** Finds the lines of one request in all processes. */
function ofRequest(): { traceId?: string } {
  const traceId = trace.getActiveSpan()?.spanContext().traceId;
  return traceId === undefined ? {} : { traceId };
}
