import { digestOfTexts } from '../public-entry.js';
import { loadAggregates } from '../../vault/load-aggregate.js';
import type { RegistryTransaction } from '../../ports.js';

/**
 * Notes that the texts of a service may be shown beside its confidential place, or may not. Null keeps what was said before, of the
 * texts as they are now. Only these very texts count: what a directory changes in them is not shown.
 */
export async function releaseTexts(tx: RegistryTransaction, serviceId: string, released: boolean | null): Promise<boolean> {
  const isReleased = released ?? (await tx.releasedTexts.of([serviceId])).has(serviceId);
  const service = isReleased ? (await loadAggregates(tx.records, [{ object: 'service', id: serviceId }])).get(serviceId) : undefined;
  await tx.releasedTexts.set(serviceId, service ? digestOfTexts(service) : null);
  return isReleased;
}
