import { wordsMeant } from '../meaning/service-meaning.js';
import { loadAggregates } from '../vault/load-aggregate.js';
import type { Registry, RegistryTransaction } from '../ports.js';
import { storeRecords } from '../vault/store-records.js';
import { forget, outdatedOf, recordsMeant } from '../vault/worked-out-attributes.js';

const batchSize = 200;

/** After an upgrade that understands more: what follows from the words of stored services, as an import of today would say it. */
export async function readAnew(registry: Registry): Promise<void> {
  for (let taken = batchSize; taken === batchSize;) taken = await registry.transaction(readSome);
}

async function readSome(tx: RegistryTransaction): Promise<number> {
  const ids = await tx.dirty.takeUnread(batchSize);
  const services = await loadAggregates(
    tx.records,
    ids.map((id) => ({ object: 'service', id })),
  );
  const marks = await tx.records.marks('service', ids);
  for (const [id, service] of services) {
    const meaning = wordsMeant(service);
    await forget(tx, outdatedOf(id, meaning));
    const { source, origin } = marks.get(id)!;
    await storeRecords(tx, { source, origin, heldBy: null }, recordsMeant(id, meaning));
  }
  await tx.unclear.note([...(await tx.entries.lock(ids)).values()]);
  return ids.length;
}
