import { closeIds } from '../confidentiality/close-places.js';
import { publishTouched } from '../publishing/publish-services.js';
import type { RegistryTransaction } from '../ports.js';
import type { StoreContext } from '../vault/store-open.js';

/** Makes places that an import brings confidential, at once in every entry that shows them. */
export async function closeDuringImport(tx: RegistryTransaction, { deferredBy }: StoreContext, ids: readonly string[]): Promise<void> {
  const touched = await closeIds(tx, ids);
  if (deferredBy !== null)
    await tx.deferrals.add(
      deferredBy,
      touched.map((id) => ({ object: 'service', id })),
    );
  await publishTouched(tx, ids, touched);
}
