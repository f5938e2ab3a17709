import { serviceTopic, type ServiceSnapshot, type ServiceView } from '@haven/contracts';
import { rewriteWaiting } from '@haven/messaging';
import { rewriteAnswers } from '@haven/persistence';
import type { EntityManager } from 'typeorm';
import type { ToldBefore } from '../application/ports.js';
import { isRecord } from '../domain/json-record.js';

/** Stored answers and waiting events within one transaction. */
export function toldBefore(tx: EntityManager): ToldBefore {
  return {
    rewriteAnswers: (mentions, rewrite) =>
      rewriteAnswers(tx, 'registry', mentions, async (answer) => (isView(answer) ? rewrite(answer) : null)),
    rewriteWaiting: (mentions, rewrite) =>
      rewriteWaiting(tx, 'registry', { topic: serviceTopic, mentions }, async (data) => rewrite(data as ServiceSnapshot)),
  };
}

/** Other answers than entries are failures and organizations, which tell of no place. */
const isView = (answer: unknown): answer is ServiceView => isRecord(answer) && isRecord(answer.hsds) && Array.isArray(answer.locations);
