import { FairShare } from '@haven/graphql';

/** Injection token of the limit on what each caller may cost here. */
export const HSDS_SHARE = Symbol('HSDS_SHARE');

/** The same limit as in GraphQL, counted separately. */
export const hsdsShare = (): FairShare => new FairShare({ perSecond: 2_000 });
