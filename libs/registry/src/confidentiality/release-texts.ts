import { digestOfTexts } from './public-entry.js';
import { loadServices } from '../vault/load-aggregate.js';
import type { RegistryTransaction } from '../ports.js';

/**
 * Records whether the texts of a service may be shown with its confidential place. Null keeps the earlier decision for the current texts.
 * The decision is about exactly these texts: a text that a directory changes is not shown.
 */
export async function releaseTexts(tx: RegistryTransaction, serviceId: string, released: boolean | null): Promise<boolean> {
  const isReleased = released ?? (await tx.releasedTexts.of([serviceId])).has(serviceId);
  const service = isReleased ? (await loadServices(tx.records, [serviceId])).get(serviceId) : undefined;
  await tx.releasedTexts.set(serviceId, service ? digestOfTexts(service) : null);
  return isReleased;
}
