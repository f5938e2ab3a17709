import { secretProperties } from '../hsds/says-confidential.js';
import { mayBeTag } from '../hsds/visibility-tags.js';
import type { HsdsRecord } from '../hsds/record.js';
import { closeConfidential } from '../confidentiality/close-places.js';
import { loadServices, servicesAround } from '../vault/load-aggregate.js';
import type { RegistryTransaction } from '../ports.js';
import { publishTouched } from '../publishing/publish-services.js';

/**
 * Hides published places at once if a record of the import tags them as confidential. This does not wait for the end of the import, which
 * may never come.
 */
export async function closeTagged(tx: RegistryTransaction, records: readonly HsdsRecord[]): Promise<void> {
  const telling = records.filter((record) => mayBeTag(record) || secretProperties(record.object, record.properties).length > 0);
  const ids = await servicesAround(
    tx.records,
    telling.map(({ object, id }) => ({ object, id })),
  );
  const published = [...(await tx.entries.lock(ids)).keys()];
  const { closed, touched } = await closeConfidential(tx, await loadServices(tx.records, published));
  await publishTouched(tx, closed, touched);
}
