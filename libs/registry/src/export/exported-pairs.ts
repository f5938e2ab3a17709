import { keyText, type RecordKey } from '../hsds/relation.js';
import type { Registry, RegistryTransaction } from '../ports.js';
import type { PairDecided } from '../quality/quality-ports.js';
import type { CarriedPair, NamedService } from '../sources/carried-pair.js';

const pageSize = 100;

/** Decisions on pairs, with the source and publisher's id of each service. */
export async function* exportedPairs(registry: Registry): AsyncGenerator<CarriedPair> {
  for (let last: PairDecided | null | undefined = null; last !== undefined;) {
    const from: PairDecided | null = last;
    const page = await registry.transaction(async (tx) => {
      const decided = await tx.pairs.inForce(from && [from.oneId, from.otherId], pageSize);
      return { pairs: await namedPairs(tx, decided), last: decided.at(-1) };
    });
    yield* page.pairs;
    last = page.last;
  }
}

async function namedPairs(tx: RegistryTransaction, decided: readonly PairDecided[]): Promise<readonly CarriedPair[]> {
  const names = await namesOf(tx, [...new Set(decided.flatMap(({ oneId, otherId }) => [oneId, otherId]))]);
  return decided.flatMap(({ oneId, otherId, state, goneId }): CarriedPair[] => {
    const [first, second] = (goneId === oneId ? [otherId, oneId] : [oneId, otherId]).map((id) => names.get(id));
    return first && second && state !== 'UNDONE' ? [{ state, services: [first, second] }] : [];
  });
}

async function namesOf(tx: RegistryTransaction, ids: readonly string[]): Promise<ReadonlyMap<string, NamedService>> {
  const keys = ids.map((id): RecordKey => ({ object: 'service', id }));
  const owners = await tx.publisherIds.owners(keys);
  const names = new Map<string, NamedService>();
  for (const source of new Set(owners.values())) {
    const own = keys.filter((key) => owners.get(keyText(key)) === source);
    const publisherIds = await tx.publisherIds.publisherIds(source, own);
    for (const key of own) names.set(key.id, { source, id: publisherIds.get(keyText(key)) ?? key.id });
  }
  return names;
}
