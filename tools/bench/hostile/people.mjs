// A few people who only do their work: each asks, waits like a person, and asks again.
import { randomUUID } from 'node:crypto';
import { get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

const pauseMilliseconds = 300;
const woman = { gender: 'WOMAN', age: 30 };
const matchInput = {
  origin: { point: { latitude: 3.58, longitude: 98.67 } },
  needs: [{ category: 'ACCOMMODATION' }],
  person: { ...woman, languages: ['id'] },
};
const hold =
  'mutation ($input: HoldBedsInput!) { holdBeds(input: $input) { __typename ... on Hold { id version } ... on UserError { message } } }';
const counts = 'mutation ($input: SetBedCountsInput!) { setBedCounts(input: $input) { __typename ... on BedPool { version } } }';

/** The work of each of them; returns whether it was done. */
export function people({ url, send }, world) {
  const said = async (operation, subject, isGood) => isGood((await send(operation, subject)).data);
  let version = null;
  return {
    search: (subject) =>
      said({ query: '{ services(first: 20, filter: { text: "House" }) { totalCount edges { node { id name } } } }' }, subject, Boolean),
    match: (subject) =>
      said(
        {
          query: 'query ($input: MatchInput!) { match(input: $input) { needs { matches { score service { name } } } } }',
          variables: { input: matchInput },
        },
        subject,
        (data) => Boolean(data?.match),
      ),
    holdBeds: (subject) =>
      said(
        { query: hold, variables: { input: { idempotencyKey: randomUUID(), serviceId: world.wide, party: [woman], minutes: 15 } } },
        subject,
        (data) => data?.holdBeds.__typename === 'Hold',
      ),
    setBedCounts: async (subject) => {
      const { data } = await send(
        {
          query: counts,
          variables: { input: { idempotencyKey: randomUUID(), poolId: world.quiet.id, expectedVersion: version ?? 1, occupied: 0 } },
        },
        subject,
      );
      version = data?.setBedCounts.version ?? version;
      return data?.setBedCounts.__typename === 'BedPool';
    },
    live: () =>
      new Promise((resolve) =>
        get(`${url}/health/live`, (answer) => answer.resume().once('end', () => resolve(answer.statusCode === 200))),
      ),
  };
}

/** Works for so many seconds. Returns the milliseconds of each call by name, and how many failed. */
export async function work(doings, seconds) {
  const until = Date.now() + seconds * 1_000;
  const all = Object.entries(doings).map(async ([name, doing]) => {
    const times = [];
    let failed = 0;
    while (Date.now() < until) {
      const from = performance.now();
      if (!(await doing(`person ${name}`))) failed += 1;
      times.push(performance.now() - from);
      await sleep(pauseMilliseconds);
    }
    return [name, { times, failed }];
  });
  return Object.fromEntries(await Promise.all(all));
}
