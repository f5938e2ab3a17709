import { execute, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { createFormatError } from './format-error.js';
import { FairShare } from './share/fair-share.js';
import type { WebSocketGraph } from './web-socket-options.js';

/** A graph in which one caller may spend up to `perSecond`. */
export const webSocketGraph = (schema: GraphQLSchema, perSecond = 1_000): WebSocketGraph<object> => ({
  schema,
  contextOf: () => Promise.resolve({}),
  share: new FairShare({ perSecond }),
  payerOf: () => ({ name: 'somebody', isKnown: true }),
  format: createFormatError(() => undefined),
  execute: async (args) => (await execute(args)) as ExecutionResult,
});
