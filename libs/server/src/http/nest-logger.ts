import type { LoggerService } from '@nestjs/common';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { namesOf } from '../log.js';

/**
 * Nest's own lines, without what could be data: of an error its name and place only. A GraphQLError is an answer that was
 * meant for the caller, and unexpected ones are told by `formatError` under the id that the caller sees.
 */
export function nestLogger(log: Logger): LoggerService {
  const failure = (message: unknown) => {
    if (message instanceof GraphQLError) return;
    log.error(message instanceof Error ? namesOf(message) : { message: String(message).split('\n')[0] }, 'Nest reports an error');
  };
  return { log: () => undefined, warn: (message: unknown) => log.warn(String(message)), error: failure, fatal: failure };
}
