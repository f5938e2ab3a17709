// How much slower is a whole match than the bare PostGIS query that it needs? Both run on the same connection, data and questions, in
// alternation within one run: the ratio is valid on any machine, the milliseconds only on this one.
//   npm run bench:match -- [services]        (HAVEN_TEST_POSTGRES_URL: on a server instead of the embedded database)
import { randomUUID } from 'node:crypto';
import { availabilityTopic, availabilityType, serviceSnapshotType, serviceTopic } from '@haven/events';
import { matchingConsumer, openMatchingDatabase } from '@haven/matching';
import { burdenWeights } from '@haven/kernel';
import { openTestDatabase } from '@haven/testing';
import { matchPerson } from '../../../libs/matching/dist/answer/match.js';
import { matchingOn } from '../../../libs/matching/dist/persistence/matching-database.js';
import { randomOf } from '@haven/test/reference/requests/random';
import { directory, pointNearCity } from './directory.mjs';

const services = Number(process.argv[2] ?? 5_000);
const rounds = 40;
const now = new Date('2026-11-24T08:00:00Z');
const party = { person: { gender: 'WOMAN', age: 24, languages: ['km'] }, companions: [{ gender: 'MAN', age: 3, languages: ['km'] }] };
const need = (category) => ({ category });
/** The fields that the console requests besides matches. */
const asked = { considered: true, nearMisses: true, funnel: false };

const questions = {
  'one need': { ...party, needs: [need('ACCOMMODATION')] },
  'three needs, with a plan': { ...party, needs: ['ACCOMMODATION', 'LEGAL', 'MEDICAL'].map(need) },
  'a party of 20': {
    ...party,
    companions: Array.from({ length: 19 }, () => party.companions[0]),
    needs: [need('ACCOMMODATION')],
  },
};

const origin = 'public.ST_SetSRID(public.ST_MakePoint($1::float8, $2::float8), 4326)::public.geography';
/** Lower bounds: the ten nearest, and everything in the radius with its distance on the ellipsoid. */
const floors = {
  nearest: `SELECT service_id FROM matching.site WHERE category = $3 ORDER BY position OPERATOR(public.<->) ${origin} LIMIT 10`,
  within: `SELECT service_id, public.ST_Distance(position, ${origin}, true) AS meters FROM matching.site
           WHERE category = $3 AND public.ST_DWithin(position, ${origin}, 100000, true) ORDER BY meters`,
};

const eventOf = (topic, type, key, data) => ({
  id: randomUUID(),
  topic,
  key,
  type,
  sequence: 1,
  time: now.toISOString(),
  correlationId: null,
  data,
});

async function load(database, cityCount) {
  await database.transaction(async (tx) => {
    for (const { service, beds } of directory(services, cityCount, now)) {
      const id = service.service.id;
      await matchingConsumer.apply(tx, eventOf(serviceTopic, serviceSnapshotType, id, service));
      if (beds) await matchingConsumer.apply(tx, eventOf(availabilityTopic, availabilityType, id, beds));
    }
  });
  for (const table of ['service', 'site', 'bed_state']) await database.dataSource.query(`ANALYZE matching.${table}`);
}

/** The read model with a stopwatch on each of its reads. */
function timed(readModel, spent) {
  const clocked =
    (name, ask) =>
    async (...args) => {
      const start = performance.now();
      const answer = await ask(...args);
      spent[name] = (spent[name] ?? 0) + performance.now() - start;
      return answer;
    };
  const clockedView = (view) => Object.fromEntries(Object.entries(view).map(([name, ask]) => [name, clocked(name, ask)]));
  return { look: (work) => readModel.look((view) => work(clockedView(view))) };
}

const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
const p95 = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)];

async function timeOf(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function measure(database, cityCount, question) {
  const spent = {};
  const gazetteer = { byId: () => Promise.resolve(null), search: () => Promise.resolve([]) };
  const settings = { tieKey: 'bench', weights: burdenWeights };
  const made = matchingOn(database, { gazetteer, clock: { now: () => now }, settings, onError: console.error });
  const matching = { ...made, readModel: timed(made.readModel, spent) };
  const random = randomOf(7).next;
  const times = { match: [], nearest: [], within: [] };
  for (let round = -5; round < rounds; round += 1) {
    if (round === 0) for (const name of Object.keys(spent)) delete spent[name];
    const point = pointNearCity(random, cityCount, 0.2);
    const took = {
      match: await timeOf(async () => {
        const answer = await matchPerson(matching, { subject: 'bench' }, { question: { ...question, origin: { point } }, asked });
        if ('kind' in answer) throw new Error('refused');
      }),
    };
    for (const [name, sql] of Object.entries(floors)) {
      const perNeed = question.needs.map(
        ({ category }) =>
          () =>
            database.dataSource.query(sql, [point.longitude, point.latitude, category]),
      );
      took[name] = await timeOf(async () => {
        for (const ask of perNeed) await ask();
      });
    }
    if (round >= 0) for (const name of Object.keys(times)) times[name].push(took[name]);
  }
  const total = times.match.reduce((sum, one) => sum + one, 0);
  const shares = Object.entries(spent).map(([name, sum]) => `${name} ${Math.round((100 * sum) / total)}%`);
  return { match: median(times.match), p95: p95(times.match), nearest: median(times.nearest), within: median(times.within), shares };
}

for (const [spread, cityCount] of [
  ['12 cities', 12],
  ['one city', 1],
]) {
  const server = await openTestDatabase();
  const database = await openMatchingDatabase(server.connection);
  try {
    await load(database, cityCount);
    for (const [name, question] of Object.entries(questions)) {
      const { match, p95: slow, nearest, within, shares } = await measure(database, cityCount, question);
      console.log(`${services} services, ${spread}, ${name}: match ${match.toFixed(1)} ms (p95 ${slow.toFixed(1)})`);
      console.log(
        `  floor: nearest ten ${nearest.toFixed(1)} ms, ratio ${(match / nearest).toFixed(1)}; all within ${within.toFixed(1)} ms, ratio ${(match / within).toFixed(1)}`,
      );
      console.log(`  share of the time: ${shares.join(', ')}`);
    }
  } finally {
    await database.close();
    await server.close();
  }
}
process.exit(0);
