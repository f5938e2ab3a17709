// How long after a count is acknowledged a match shows it, and subscriptions are told of it. On the standalone process.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { made } from '../fairness/hard-shelters.mjs';
import { startMeasured } from '../fairness/system.mjs';
import { poster } from './post.mjs';
import { begin } from './processes.mjs';

const counts = 150;
const restMilliseconds = 100;
/** A place far from all others. */
const point = { latitude: -9.66, longitude: 124.4 };

/** Of one clock for all processes of the machine, in milliseconds. */
const now = () => Number(process.hrtime.bigint()) / 1e6;
const share = (values, part) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))];
const spread = (values) => ({ p50: share(values, 0.5), p99: share(values, 0.99) });

async function makeShelter(ask) {
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

/** Counts once; answers when it was acknowledged, when the first question began whose answer shows it, and the number of the change. */
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

/** With so many subscriptions to this shelter. */
async function measure(system, { serviceId, poolId }, subscriptions) {
  const token = await system.tokenOf('bench');
  const { child, end } = await begin('subscribers.mjs', { url: system.url, token, serviceId, count: subscriptions });
  const told = new Map();
  child.on('message', ({ sequence, times }) => told.set(sequence, times));
  const post = poster(system.url, token);
  const [{ version }] = (await system.ask('query ($id: ID!) { bedPools(serviceId: $id) { version } }', { id: serviceId })).bedPools;
  const all = [];
  for (let n = 0, state = { version }; n < counts; n += 1) {
    const one = await countOnce(post, poolId, { ...state, occupied: 1 + (n % 200) });
    all.push(one);
    state = { version: one.next };
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

export async function seen() {
  const system = await startMeasured();
  const shelter = await makeShelter(system.ask);
  await sleep(2_000);
  const few = await measure(system, shelter, 1);
  const many = await measure(system, shelter, 1_000);
  await system.remove();
  return { counts, few, many };
}
