import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import type { Logger } from 'pino';

type ApolloLogger = NonNullable<ApolloServerOptions<BaseContext>['logger']>;

/** Apollo's log lines without their text: it logs errors with their message, which may come from a caller. */
export const apolloLogger = (log: Logger): ApolloLogger => ({
  debug: () => undefined,
  info: () => undefined,
  warn: () => log.warn('Apollo gives a warning'),
  error: () => log.error('Apollo reports an error'),
});
