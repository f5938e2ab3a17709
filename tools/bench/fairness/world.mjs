// The objects that the worst cases need: hard shelters, one with room for many, a full one, holds and a waiting list.
import { randomUUID } from 'node:crypto';
import { hardShelters, made } from './hard-shelters.mjs';

const hour = 3_600_000;
const woman = { gender: 'WOMAN', age: 30 };

export async function makeWorld(ask, shelterCount) {
  const { organizationId, shelters } = await hardShelters(ask, shelterCount);
  const register = async (name) => {
    const locations = [{ country: 'ID', latitude: 3.6, longitude: 98.67, visibility: 'PUBLIC' }];
    const service = { name, categories: ['ACCOMMODATION'], languages: ['en'], locations, admission: { persons: [{ minimumAge: 0 }] } };
    return made(ask, 'registerService', 'RegisterServiceInput', { organizationId, service });
  };
  const names = { wide: await register('Wide'), full: await register('Full'), other: await register('Other') };
  const spare = [];
  for (let n = 0; n < 20; n += 1) spare.push({ id: await register(`Spare ${n}`), version: 1 });
  const pools = [];
  for (let n = 0; n < 40; n += 1) pools.push(await poolAt(ask, names.wide, `Hall ${n}`, 100));
  await poolAt(ask, names.full, 'Full', 0);
  return {
    organizationId,
    shelters,
    ...names,
    spare,
    pools,
    ...(await people(ask, names)),
    hour: (n) => new Date(Date.now() + n * hour).toISOString(),
  };
}

const poolAt = async (ask, serviceId, name, total) => ({
  id: await made(ask, 'defineBedPool', 'DefineBedPoolInput', { serviceId, name, total }),
  version: 1,
});

/** The same objects in their current versions, because each mutation changes some. */
export async function refreshed(ask, world) {
  const services = world.spare.map(({ id }, n) => `s${n}: service(id: "${id}") { version }`).join(' ');
  const { bedPools, activeHolds, placements, ...versions } = await ask(
    `{ ${services} bedPools(serviceId: "${world.wide}") { id version } activeHolds(serviceId: "${world.wide}", first: 100) { id version }
      placements(serviceId: "${world.wide}") { id version } }`,
  );
  const hold = new Map([...activeHolds, ...placements].map(({ id, version }) => [id, version]));
  return {
    ...world,
    pools: bedPools.slice(0, world.pools.length),
    spare: world.spare.map((one, n) => ({ ...one, ...versions[`s${n}`] })),
    holds: world.holds.map((one) => ({ ...one, version: hold.get(one.id) ?? one.version })),
  };
}

async function people(ask, { wide, full }) {
  const group = 'mutation ($input: HoldGroupInput!) { holdGroup(input: $input) { __typename ... on GroupHeld { holds { id } } } }';
  const holds = Array.from({ length: 60 }, () => ({ serviceId: wide, party: [woman] }));
  const { holdGroup } = await ask(group, { input: { idempotencyKey: randomUUID(), holds } });
  const waits = [];
  for (let n = 0; n < 30; n += 1) {
    const join = 'mutation ($input: JoinWaitlistInput!) { joinWaitlist(input: $input) { __typename ... on Waiting { id } } }';
    const { joinWaitlist } = await ask(join, { input: { idempotencyKey: randomUUID(), serviceId: full, party: [woman] } });
    waits.push(joinWaitlist.id ?? randomUUID());
  }
  return { holds: holdGroup.holds.map(({ id }) => ({ id, version: 1 })), waits };
}
