import fc from 'fast-check';
import { publishWaiting } from './publishing/publish-services.js';
import { storeRecords } from './vault/store-records.js';
import { flatten } from './hsds/flatten.js';
import type { HsdsRecord, JsonObject } from './hsds/record.js';
import type { TestRegistry } from './registry.fixture.js';

/** Stores the records of a service in several orders and batches, each time under new ids, and checks the result. */
export async function storeInAnyOrder(
  { registry }: Pick<TestRegistry, 'registry'>,
  name: string,
  serviceOf: (id: string) => JsonObject,
  { look, runs }: { readonly look: (id: string) => Promise<void>; readonly runs: number },
): Promise<void> {
  let count = 0;
  const recordsOf = (id: string): HsdsRecord[] => flatten('service', serviceOf(id)).records.map(({ record }) => record);
  const turns = [...recordsOf('').keys()];
  const anyOrder = fc.shuffledSubarray(turns, { minLength: turns.length });
  await fc.assert(
    fc.asyncProperty(anyOrder, fc.integer({ min: 1, max: 4 }), async (order, step) => {
      const id = `${name} ${(count += 1)}`;
      const records = order.map((turn) => recordsOf(id)[turn]!);
      for (let at = 0; at < records.length; at += step)
        await registry.transaction((tx) => storeRecords(tx, { source: 's', deferredBy: null }, records.slice(at, at + step)));
      await publishWaiting(registry);
      await look(id);
    }),
    { numRuns: runs },
  );
}
