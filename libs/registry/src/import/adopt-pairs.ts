import type { Registry, RegistryTransaction } from '../ports.js';
import { publishServices } from '../publishing/publish-services.js';
import type { CarriedPair, NamedService } from '../sources/carried-pair.js';
import { keptId } from '../sources/public-ids.js';

/**
 * Takes over decisions on pairs in an export of all these directories. `names`: the name of each directory here. A pair with another
 * directory is skipped: no file may decide about a directory that it does not contain. A decision made here on the same pair stays.
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

/** An export lacks a service that was merged into another: its id is reserved until a file of its publisher brings it. */
const idOf = (tx: RegistryTransaction, { source, id }: NamedService): Promise<string> => keptId(tx, source, { object: 'service', id });
