import type { LoggerService } from '@nestjs/common';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { namesOf, wordOf } from '../names-of.js';

/**
 * Nest's log lines without possible data: for an error its name and place, for a text who wrote it. A GraphQLError is an answer for the
 * caller; `formatError` logs unexpected ones with the id that the caller sees.
 */
export function nestLogger(log: Logger): LoggerService {
  const failure = (message: unknown, ...more: unknown[]) => {
    if (message instanceof GraphQLError) return;
    log.error(message instanceof Error ? namesOf(message) : { of: wordOf(more.at(-1)) }, 'Nest reports an error');
  };
  const warn = (_message: unknown, ...more: unknown[]) => log.warn({ of: wordOf(more.at(-1)) }, 'Nest gives a warning');
  return { log: () => undefined, warn, error: failure, fatal: failure };
}
