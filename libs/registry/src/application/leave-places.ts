import type { HsdsRecord } from '../domain/hsds/record.js';
import { parentOf, relationsOf, relationText } from '../domain/relation.js';
import type { RegistryTransaction } from './ports.js';
import { markAround, type StoreContext } from './store-open.js';
import type { Outcomes } from './store-outcome.js';

/** Of these a part stands in the open under a confidential place, where their whole text would show once they are open elsewhere. */
const shownUnderPlaces: readonly string[] = ['address', 'attribute'];

/** Takes what is open now out of the confidential places under which a part of it was shown before. */
export async function leavePlaces(
  tx: RegistryTransaction,
  context: StoreContext,
  open: readonly HsdsRecord[],
  outcomes: Outcomes,
): Promise<void> {
  // One that does not say where it stands may stand there still.
  const moved = open.filter((one) => shownUnderPlaces.includes(one.object) && one.links.length > 0 && !outcomes.isRefused(one));
  const stated = new Set(moved.flatMap(relationsOf).map(relationText));
  const held = (await tx.records.parentsOf(moved.map(({ object, id }) => ({ object, id })))).filter(
    (relation) => relation.parentObject === 'location' && !stated.has(relationText(relation)),
  );
  const cells = await tx.vault.cells(held.map(({ parentId }) => parentId));
  const left = held.filter(({ parentId }) => cells.has(parentId));
  if (left.length === 0) return;
  await markAround(tx, context, left.map(parentOf));
  await tx.records.unrelate(left);
}
