// Measures matches while counts arrive, compared with matches while none do, in alternation within one run; and how many of these updates
// left the indexes alone.
import { once } from 'node:events';
import pg from 'pg';
import { filled } from './databases.mjs';
import { ask, begin, serve } from './processes.mjs';

const perSecond = 1_000;
const rounds = 3;
const how = { clients: 1, seconds: 4, warmUp: 1 };
const scenario = 'easy language';

async function written(connection) {
  const client = new pg.Client(connection);
  await client.connect();
  const { rows } = await client.query(
    `SELECT n_tup_upd::int AS updates, n_tup_hot_upd::int AS hot FROM pg_stat_user_tables WHERE schemaname = 'matching' AND relname = 'bed_state'`,
  );
  await client.end();
  return rows[0];
}

async function whileCounting(connection, work) {
  const { child, end } = await begin('updater.mjs', { connection, perSecond });
  const answer = await work();
  const told = once(child, 'message');
  child.send('end');
  const [{ perSecond: reached }] = await told;
  await end();
  return { ...answer, perSecond: reached };
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const inTheMiddle = (all) => ({ p50: median(all.map(({ p50 }) => p50)), p99: median(all.map(({ p99 }) => p99)) });

export async function updates({ server, keys, sizes }) {
  const connection = await filled(server, sizes[0]);
  const before = await written(connection);
  const { answer: at, end } = await serve(connection, keys);
  const asked = () => ask('clients.mjs', { ...at, scenario, how });
  const [quiet, busy] = [[], []];
  await asked();
  for (let round = 0; round < rounds; round += 1) {
    quiet.push(await asked());
    busy.push(await whileCounting(connection, asked));
  }
  await end();
  const after = await written(connection);
  const [all, hot] = [after.updates - before.updates, after.hot - before.hot];
  const reached = median(busy.map((one) => one.perSecond));
  return { size: sizes[0], scenario, quiet: inTheMiddle(quiet), busy: inTheMiddle(busy), perSecond: reached, updates: all, hot: hot / all };
}
