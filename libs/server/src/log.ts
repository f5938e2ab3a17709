import { trace } from '@opentelemetry/api';
import { pino, type Logger } from 'pino';
import { quietLibraries } from './quiet-libraries.js';

/** Structured log on stderr. It contains only messages, codes and ids: a database error can contain the values of a row. */
export function createLog(service: string, level: string): Logger {
  return pino({ level, base: { service }, mixin: ofRequest }, pino.destination(2));
}

/** The log of this process. Everything it writes goes there. */
export function createProcessLog(service: string, level: string): Logger {
  const log = createLog(service, level);
  quietLibraries((severity, line) =>
    log[severity](line, 'A library wrote a line, which is left out because it may contain data of a caller'),
  );
  return log;
}

/** Finds the lines of one request in all processes. */
function ofRequest(): { traceId?: string } {
  const traceId = trace.getActiveSpan()?.spanContext().traceId;
  return traceId === undefined ? {} : { traceId };
}
