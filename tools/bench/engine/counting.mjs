// Counts the beds of one shelter again and again, and measures how long after each acknowledgement a match shows the count and
// subscriptions receive it.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { made } from '../fairness/hard-shelters.mjs';
import { now, spread } from './moments.mjs';
import { poster } from './post.mjs';
import { begin } from './processes.mjs';

export const counts = 150;
const restMilliseconds = 100;
const tellMilliseconds = 20_000;
/** A socket may have no more subscriptions than this, and one caller about a hundred. */
const eachSocket = 50;
/** A place far from all others. */
const point = { latitude: -9.66, longitude: 124.4 };

export async function makeShelter(ask) {
  const organizationId = await made(ask, 'registerOrganization', 'RegisterOrganizationInput', { name: 'Measured' });
  const locations = [{ country: 'ID', ...point, visibility: 'PUBLIC' }];
  const admission = { persons: [{ minimumAge: 0 }] };
  const service = { name: 'Measured', categories: ['ACCOMMODATION'], languages: ['en'], locations, admission };
  const serviceId = await made(ask, 'registerService', 'RegisterServiceInput', { organizationId, service });
  return { serviceId, poolId: await made(ask, 'defineBedPool', 'DefineBedPoolInput', { serviceId, name: 'Room', total: 500 }) };
}

const setCounts = `mutation ($input: SetBedCountsInput!) { setBedCounts(input: $input) { __typename ... on BedPool { free version } } }`;
const match = JSON.stringify({
  query: 'query ($input: MatchInput!) { match(input: $input) { needs { matches { availability { free sequence } } } } }',
  variables: {
    input: {
      ...{ origin: { point }, needs: [{ category: 'ACCOMMODATION' }], first: 1, maxDistanceKm: 10 },
      person: { gender: 'WOMAN', age: 24, languages: ['en'] },
    },
  },
});

/**
 * Counts once. Returns the time of the acknowledgement, when the first question began whose answer shows the count, and the number of the
 * change.
 */
async function countOnce(post, poolId, { version, occupied }) {
  const input = { idempotencyKey: randomUUID(), poolId, expectedVersion: version, occupied };
  const { data } = JSON.parse(await post(JSON.stringify({ query: setCounts, variables: { input } })));
  const acknowledged = now();
  const { free, version: next } = data.setBedCounts;
  for (;;) {
    const asked = now();
    const [shown] = JSON.parse(await post(match)).data.match.needs[0].matches;
    if (shown?.availability?.free !== free) continue;
    return { acknowledged, visible: asked - acknowledged, answered: now() - acknowledged, sequence: shown.availability.sequence, next };
  }
}

/** Waits until every subscription has received it. */
async function untilTold(told, sequence) {
  for (let waited = 0; !told.has(sequence); waited += 10) {
    if (waited > tellMilliseconds) throw new Error(`Not every subscription was told of ${sequence}.`);
    await sleep(10);
  }
}

const socketsOf = ({ tokenOf }, subscriptions) =>
  Promise.all(
    Array.from({ length: Math.ceil(subscriptions / eachSocket) }, async (_, n) => ({
      token: await tokenOf(`subscriber ${n}`),
      subscriptions: Math.min(eachSocket, subscriptions - n * eachSocket),
    })),
  );

/** Measures with so many subscriptions to this shelter. `besides`: further work after each count, within the same time. */
export async function countFor(system, { serviceId, poolId }, subscriptions, besides = async () => {}) {
  const sockets = await socketsOf(system, subscriptions);
  const { child, end } = await begin('subscribers.mjs', { url: system.url, sockets, serviceId });
  const told = new Map();
  child.on('message', ({ sequence, times }) => told.set(sequence, times));
  const post = poster(system.url, await system.tokenOf('bench'));
  const [{ version }] = (await system.ask('query ($id: ID!) { bedPools(serviceId: $id) { version } }', { id: serviceId })).bedPools;
  const all = [];
  for (let n = 0, state = { version }; n < counts; n += 1) {
    const one = await countOnce(post, poolId, { ...state, occupied: 1 + (n % 200) });
    all.push(one);
    state = { version: one.next };
    await untilTold(told, one.sequence);
    await besides();
    await sleep(restMilliseconds);
  }
  await end();
  const delivered = all.map(({ sequence, acknowledged }) => told.get(sequence).map((time) => time - acknowledged));
  return {
    subscriptions,
    visible: spread(all.map((one) => one.visible)),
    answered: spread(all.map((one) => one.answered)),
    delivered: spread(delivered.flat()),
    last: spread(delivered.map((times) => Math.max(...times))),
  };
}
