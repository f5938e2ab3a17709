import type { Database } from '@haven/persistence';
import type { EntityManager, EntitySubscriberInterface, QueryRunner } from 'typeorm';

/** Transactions that have written to an outbox. */
const emitting = new WeakSet<QueryRunner>();

/** The transaction has written to an outbox. */
export const noteEmitted = ({ queryRunner }: EntityManager): void => void (queryRunner && emitting.add(queryRunner));

/** Calls back after each commit of this process that wrote to an outbox; returns how to stop that. */
export function onEmitted({ dataSource: { subscribers } }: Database, listener: () => void): () => void {
  const subscriber: EntitySubscriberInterface = {
    afterTransactionCommit: ({ queryRunner }) => void (emitting.delete(queryRunner) && listener()),
  };
  subscribers.push(subscriber);
  return () => void subscribers.splice(subscribers.indexOf(subscriber), 1);
}
