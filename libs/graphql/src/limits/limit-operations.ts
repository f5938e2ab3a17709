import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { FairShare, Payer } from '../share/fair-share.js';
import { costOf } from './cost-of.js';
import { nulRefusal } from './refuse-nul.js';

/** The caller whose share pays for an operation. */
export type PayerOf<C> = (context: C) => Payer;

/** Apollo plugin that refuses operations over the cost limit, or over the caller's share, before a resolver runs. */
export const limitOperations = <C extends BaseContext>(share: FairShare, payerOf: PayerOf<C>): ApolloServerPlugin<C> => ({
  requestDidStart: () => {
    let done: () => void = () => undefined;
    let isAdmitted = false;
    return Promise.resolve({
      didResolveOperation: async ({ request, document, operation, schema, contextValue }) => {
        const { query = '', variables, operationName } = request;
        const refusal = nulRefusal(query, variables);
        if (refusal) throw refusal;
        const cost = costOf({ schema, document, operationName, variables });
        if (cost instanceof GraphQLError) throw cost;
        const payer = payerOf(contextValue);
        const over = share.charge(payer, cost);
        if (over) throw over;
        isAdmitted = true;
        done = await share.turnOf(payer, { cost, isMutation: operation?.operation === 'mutation' });
      },
      didEncounterErrors: ({ contextValue }) => {
        if (!isAdmitted) share.refused(payerOf(contextValue));
        return Promise.resolve();
      },
      willSendResponse: () => {
        done();
        return Promise.resolve();
      },
    });
  },
});
