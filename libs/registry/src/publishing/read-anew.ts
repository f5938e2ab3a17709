import { meaningOfTexts } from '../meaning/service-meaning.js';
import { loadServices } from '../vault/load-aggregate.js';
import type { Registry, RegistryTransaction } from '../ports.js';
import { storeRecords } from '../vault/store-records.js';
import { forget, outdatedOf, recordsMeant } from '../vault/worked-out-attributes.js';
import { decidedOf } from './decided-of.js';
import { publishServices } from './publish-services.js';

/** Small, because the embedded database serves nobody else during a transaction. */
const batchSize = 50;

/** After an upgrade: works out again what follows from the texts of stored services, as an import would now. */
export async function readAnew(registry: Registry): Promise<void> {
  for (let taken = batchSize; taken === batchSize;)
    taken = await registry.transaction(async (tx) => (await readTaken(tx, await tx.dirty.takeUnread(batchSize))).length);
}

/** After a decision about many services: the same, and publishes them batch by batch. Stops when the caller stops reading. */
export async function publishAnew(
  registry: Registry,
  isWanted: () => boolean = () => true,
  onBatch: (done: number) => void | Promise<void> = () => {},
): Promise<void> {
  let done = 0;
  for (let taken = batchSize; taken === batchSize && isWanted(); await onBatch(done)) {
    taken = await registry.transaction(async (tx) => {
      const ids = await readTaken(tx, await tx.dirty.takeUnread(batchSize));
      await publishServices(tx, ids);
      return ids.length;
    });
    done += taken;
  }
}

/** After a decision about few services: the same, in the transaction of the decision. */
export async function publishAnewNow(tx: RegistryTransaction, serviceIds: readonly string[]): Promise<void> {
  await tx.dirty.clearUnread(serviceIds);
  await publishServices(tx, await readTaken(tx, serviceIds));
}

async function readTaken(tx: RegistryTransaction, ids: readonly string[]): Promise<readonly string[]> {
  const services = await loadServices(tx.records, ids);
  const summaries = await tx.records.summaries('service', ids);
  const decided = await decidedOf(tx, services);
  const meant = [...services].map(([id, service]) => ({ id, meaning: meaningOfTexts(service, decided.get(id)!), ...summaries.get(id)! }));
  await forget(
    tx,
    meant.flatMap(({ id, meaning }) => outdatedOf(id, meaning)),
  );
  for (const ofOne of Map.groupBy(meant, ({ source, origin }) => JSON.stringify([source, origin])).values()) {
    const { source, origin } = ofOne[0]!;
    await storeRecords(
      tx,
      { source, origin, deferredBy: null },
      ofOne.flatMap(({ id, meaning }) => recordsMeant(id, meaning)),
    );
  }
  await tx.entries.note([...(await tx.entries.lock(ids)).values()]);
  return ids;
}
