import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import type { Logger } from 'pino';

type ApolloLogger = NonNullable<ApolloServerOptions<BaseContext>['logger']>;

/** Apollo's own lines without their words: it writes an error together with its message, and that may be a caller's. */
export const apolloLogger = (log: Logger): ApolloLogger => ({
  debug: () => undefined,
  info: () => undefined,
  warn: () => log.warn('Apollo gives a warning'),
  error: () => log.error('Apollo reports an error'),
});
