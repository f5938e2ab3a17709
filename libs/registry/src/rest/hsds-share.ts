import { FairShare } from '@haven/graphql';

/** Injection token of what each caller may cost here. */
export const HSDS_SHARE = Symbol('HSDS_SHARE');

/** As much as in the graph, and beside it. */
export const hsdsShare = (): FairShare => new FairShare({ perSecond: 2_000 });
