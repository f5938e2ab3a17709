import type { Registry, RegistryTransaction } from '../ports.js';
import { publishServices } from '../publishing/publish-services.js';
import type { CarriedPair, NamedService } from '../sources/carried-pair.js';
import { keptId } from '../sources/public-ids.js';

/**
 * Takes over what was decided of pairs where all these directories were exported together; `names`: under which name each is here. A pair
 * with another directory is passed over: no file speaks for what it does not have. What was ever decided here of the same stays.
 */
export async function adoptPairs(
  registry: Registry,
  pairs: AsyncIterable<CarriedPair>,
  names: ReadonlyMap<string | null, string>,
): Promise<void> {
  for await (const { state, services } of pairs) {
    const [first, second] = services.flatMap(({ source, id }) => (names.has(source) ? [{ source: names.get(source)!, id }] : []));
    if (first && second) await registry.transaction((tx) => adopt(tx, state, [first, second]));
  }
}

async function adopt(tx: RegistryTransaction, state: CarriedPair['state'], services: readonly [NamedService, NamedService]): Promise<void> {
  const [firstId, secondId] = [await idOf(tx, services[0]), await idOf(tx, services[1])];
  const [oneId, otherId] = [firstId, secondId].sort() as [string, string];
  if (oneId === otherId) return;
  await tx.dirty.mark([oneId, otherId]);
  if ((await tx.pairs.lock(oneId, otherId)) === null) {
    const decidedBy = `directories ${services.map(({ source }) => source).join(' and ')}`;
    await tx.pairs.decide({ oneId, otherId, state, goneId: state === 'MERGED' ? secondId : null }, decidedBy);
  }
  await publishServices(tx, [oneId, otherId]);
}

/** A service that was merged is in no export: its id waits for it until a file of its publisher brings it. */
const idOf = (tx: RegistryTransaction, { source, id }: NamedService): Promise<string> => keptId(tx, source, { object: 'service', id });
