import { saidSecrets } from '../hsds/says-confidential.js';
import { mayTellSecret } from '../hsds/haven-marks.js';
import type { HsdsRecord } from '../hsds/record.js';
import { closeSaid } from '../confidentiality/close-places.js';
import { loadAggregates } from '../vault/load-aggregate.js';
import type { RegistryTransaction } from '../ports.js';
import { publishTouched } from '../publishing/publish-services.js';

/**
 * Hides published places at once if a record of the import tags them as confidential. This does not wait for the end of the import, which
 * may never come.
 */
export async function closeTold(tx: RegistryTransaction, records: readonly HsdsRecord[]): Promise<void> {
  const telling = records.filter((record) => mayTellSecret(record) || saidSecrets(record.object, record.properties).length > 0);
  const around = await tx.records.holdersAround(telling.map(({ object, id }) => ({ object, id })));
  const ids = around.filter(({ object }) => object === 'service').map(({ id }) => id);
  const published = [...(await tx.entries.lock(ids)).keys()];
  const services = await loadAggregates(
    tx.records,
    published.map((id) => ({ object: 'service', id })),
  );
  const { closed, touched } = await closeSaid(tx, services);
  await publishTouched(tx, closed, touched);
}
