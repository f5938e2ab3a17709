import { keyText } from '../hsds/relation.js';
import type { PublisherId, RegistryTransaction } from '../ports.js';

const batchSize = 500;

/** Restores the ids of an export, unless something else has them here. */
export async function restoreIds(
  inTransaction: <T>(work: (tx: RegistryTransaction) => Promise<T>) => Promise<T>,
  source: string,
  ids: AsyncIterable<PublisherId>,
): Promise<void> {
  let batch: PublisherId[] = [];
  const store = (some: readonly PublisherId[]) => inTransaction((tx) => restore(tx, source, some));
  for await (const one of ids) {
    batch.push(one);
    if (batch.length < batchSize) continue;
    await store(batch);
    batch = [];
  }
  await store(batch);
}

async function restore(tx: RegistryTransaction, source: string, ids: readonly PublisherId[]): Promise<void> {
  const own = (one: PublisherId) => ({ object: one.object, id: one.publisherId });
  const owners = await tx.publisherIds.owners([...ids.map(({ object, id }) => ({ object, id })), ...ids.map(own)]);
  const free = ids.filter((one) => !owners.has(keyText(one)) && owners.get(keyText(own(one))) !== source);
  await tx.publisherIds.assign(source, free);
}
