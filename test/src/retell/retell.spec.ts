import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { farService, mutate, withdraw } from '../bad-input/registry-operations.js';
import { ownProcesses } from '../harness/shared-system.js';
import { subscribe } from '../harness/subscribe.js';
import { startSystem, type OwnSystem } from '../harness/system.js';

const describeOwn = ownProcesses ? describe : describe.skip;

let system: OwnSystem;
let serviceId: string;
let goneId: string;

beforeAll(async () => {
  if (!ownProcesses) return;
  system = await startSystem();
  const organizationId = (await mutate(system, 'registerOrganization', { name: 'Told again' })).result!.id;
  const service = { ...farService, categories: ['ACCOMMODATION'] };
  const add = async () => {
    const { id } = (await mutate(system, 'registerService', { organizationId, service })).result!;
    await mutate(system, 'defineBedPool', { serviceId: id, name: 'Beds', total: 4, occupied: 1 });
    return id;
  };
  [serviceId, goneId] = [await add(), await add()];
  await withdraw(system, goneId);
  await untilMatched((answer) => answer.includes(serviceId) && !answer.includes(goneId));
}, 150_000);
afterAll(() => system?.remove(), 30_000);

const matched = async (): Promise<string> => {
  const query = `query ($input: MatchInput!) { match(input: $input) { needs { matches { service { id name } score distance { meters }
    availability { free total status confirmedAt pools { id free version } } reasons { code text } } } } }`;
  const input = {
    origin: { point: { latitude: -60.5, longitude: -45.5 } },
    needs: [{ category: 'ACCOMMODATION' }],
    person: { gender: 'WOMAN', age: 31, languages: ['en'] },
  };
  return JSON.stringify(await system.query<object>(query, { input }));
};

/** The read model follows a moment later. */
async function untilMatched(isSeen: (answer: string) => boolean): Promise<void> {
  for (let tries = 0; !isSeen(await matched()); tries++) {
    if (tries === 200) throw new Error(`It did not come to pass: ${await matched()}`);
    await sleep(50);
  }
}

describeOwn('haven retell', () => {
  it('publishes everything again for all consumers and changes nothing', async () => {
    const query = 'subscription ($ids: [ID!]) { availabilityChanged(filter: { serviceIds: $ids }) { serviceId sequence free } }';
    const open = subscribe<{ sequence: number; free: number }>(system.url, await system.token('COORDINATOR'), query, { ids: [serviceId] });
    try {
      const before = await matched();
      const { sequence } = await open.until(() => true, 10_000);
      expect(JSON.parse((await system.haven('retell')).stdout)).toEqual({ told: { services: 2, shelters: 2 } });
      expect(await open.until((state) => state.sequence > sequence + 20_000_000, 10_000)).toMatchObject({ free: 3 });
      expect(await matched()).toBe(before);
      await system.haven('rebuild', 'matching');
      expect(await matched()).toBe(before);
    } finally {
      await open.close();
    }
  });

  it('leaves later changes as before', async () => {
    const { bedPools } = await system.query<{ bedPools: { id: string; version: number }[] }>(
      'query ($id: ID!) { bedPools(serviceId: $id) { id version } }',
      { id: serviceId },
    );
    const [{ id, version }] = bedPools as [{ id: string; version: number }];
    expect((await mutate(system, 'setBedCounts', { poolId: id, expectedVersion: version, occupied: 4 })).result).toMatchObject({ free: 0 });
    await untilMatched((answer) => !answer.includes(serviceId));
  });
});
