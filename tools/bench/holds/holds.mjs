// Compares a hold with the bare statement that takes a bed. Both run on the same server, with the same number of clients, one after the
// other in one run: the ratio is valid on any machine, the milliseconds only on this one.
//   npm run bench:holds -- [clients] [seconds] [rounds] [processes] [connections of each]
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCapacityDatabase } from '@haven/capacity';
import { startPostgres } from '@haven/chaos/infrastructure/postgres';
import { requirePgbench, runPgbench } from './pgbench.mjs';

const [clients = 64, seconds = 6, rounds = 3, processes = 1, connections = 4] = process.argv.slice(2).map(Number);
const spread = 1_000;
const plenty = 100_000;
/** Until the processes run, their connections are open and their code is compiled. */
const warmMilliseconds = 2_500 + 500 * processes;
/** Ids of pools that pgbench can compute. */
const poolOf = (n) => `('00000000-0000-4000-8000-' || lpad(${n}::text, 12, '0'))::uuid`;

/** The one statement that every claim needs. */
const bare = (n) => `UPDATE capacity.bed_pool SET held = held + 1, version = version + 1
  WHERE id = ${poolOf(n)} AND NOT closed AND occupied::bigint + held + out_of_service + 1 <= total;`;
/** The same with the records that must never be missing when a bed is taken: the hold, its beds and both histories. */
const recorded = (n) => `WITH hold_id AS (SELECT gen_random_uuid() AS id),
  changed AS (UPDATE capacity.bed_pool SET held = held + 1, version = version + 1
    WHERE id = ${poolOf(n)} AND NOT closed AND occupied::bigint + held + out_of_service + 1 <= total RETURNING *),
  history AS (INSERT INTO capacity.occupancy_change (pool_id, version, service_id, at, total, occupied, held, out_of_service, subject)
    SELECT id, version, service_id, clock_timestamp(), total, occupied, held, out_of_service, 'bench' FROM changed),
  taken AS (INSERT INTO capacity.held_beds (hold_id, pool_id, beds) SELECT h.id, c.id, 1 FROM hold_id h, changed c),
  added AS (INSERT INTO capacity.hold (id, service_id, state, subject, organization_id, case_reference, party, asks, created_at, expires_at, version)
    SELECT h.id, c.service_id, 'HELD', 'bench', 'ngo', NULL, '[{"gender":"WOMAN","ageBand":"ADULT"}]', '[]', clock_timestamp(), clock_timestamp() + interval '90 minutes', 1
    FROM hold_id h, changed c RETURNING *)
  INSERT INTO capacity.hold_change (hold_id, version, state, at, subject) SELECT id, version, state, created_at, subject FROM added;`;

async function fill(database) {
  await database.dataSource.query(
    `INSERT INTO capacity.service_ref (service_id, organization_id, country, active) SELECT 's' || n, 'shelters', NULL, true FROM generate_series(0, $1::integer) n`,
    [spread],
  );
  const nothing =
    '{"persons":null,"legalStatuses":null,"nationalities":null,"exploitation":null,"pregnancy":null,"accessibility":null,"referralRequired":null}';
  await database.dataSource.query(
    `WITH added AS (
       INSERT INTO capacity.bed_pool (id, service_id, name, admits, total, occupied, held, out_of_service, version, confirmed_at, counted)
       SELECT ${poolOf('n')}, 's' || n, 'Beds', $1::jsonb, $2::integer, 0, 0, 0, 1, now(), true FROM generate_series(0, $3::integer) n RETURNING *)
     INSERT INTO capacity.occupancy_change (pool_id, version, service_id, at, total, occupied, held, out_of_service, subject)
     SELECT id, version, service_id, now(), total, occupied, held, out_of_service, 'bench' FROM added`,
    [nothing, plenty, spread],
  );
  await database.dataSource.query('VACUUM ANALYZE');
}

/** The callers, divided among processes with their own connections, so that idle ones do not disturb pgbench. */
async function measureHolds(connection, shelters) {
  const warm = Date.now() + warmMilliseconds;
  const work = { connection, connections, callers: clients / processes, shelters, warm, until: warm + seconds * 1_000 };
  return (await Promise.all(Array.from({ length: processes }, () => callersOf(work)))).flat();
}

async function callersOf(work) {
  const child = fork(new URL('callers.mjs', import.meta.url));
  child.send(work);
  const [times] = await Promise.race([once(child, 'message'), once(child, 'exit').then(() => Promise.reject(new Error('Callers failed')))]);
  return times;
}

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
const figuresOf = (times) => {
  const sorted = [...times].sort((a, b) => a - b);
  return { rate: times.length / seconds, p50: at(sorted, 0.5), p99: at(sorted, 0.99) };
};
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const middle = (figures) => Object.fromEntries(['rate', 'p50', 'p99'].map((name) => [name, median(figures.map((one) => one[name]))]));
const ratio = (a, b) => `${(a.rate / b.rate).toFixed(2)} / ${(a.p50 / b.p50).toFixed(1)} / ${(a.p99 / b.p99).toFixed(1)}`;
const row = (...cells) => console.log(`| ${cells.join(' | ')} |`);

await requirePgbench();
const server = await startPostgres(join(tmpdir(), 'haven-bench-postgres.log'));
try {
  await server.untilReady();
  const database = await openCapacityDatabase(server.connection);
  await fill(database);
  await database.close();
  const shapes = {
    'one shelter': ['\\set n 0', [0]],
    [`${spread} shelters`]: [`\\set n random(1, ${spread})`, Array.from({ length: spread }, (_, index) => index + 1)],
  };
  const began = loadavg()[0];
  console.log(
    `${clients} clients; of holdBeds in ${processes} processes with ${connections} connections each; ${rounds} rounds of ${seconds} s each, medians; PostgreSQL with fsync, ${cpus().length} processors\n`,
  );
  row('where', 'what', 'per second', 'p50 ms', 'p99 ms', 'ratio: rate / p50 / p99');
  row('---', '---', '---:', '---:', '---:', '---');
  for (const [where, [set, shelters]] of Object.entries(shapes)) {
    const figures = { bare: [], recorded: [], hold: [] };
    for (let round = 0; round < rounds; round += 1) {
      figures.bare.push(figuresOf(await runPgbench(server.connection, `${set}\n${bare(':n')}\n`, clients, seconds)));
      figures.recorded.push(figuresOf(await runPgbench(server.connection, `${set}\n${recorded(':n')}\n`, clients, seconds)));
      figures.hold.push(figuresOf(await measureHolds(server.connection, shelters)));
    }
    const [floor, whole, held] = [figures.bare, figures.recorded, figures.hold].map(middle);
    const show = (what, one, ...rest) => row(where, what, one.rate.toFixed(0), one.p50.toFixed(1), one.p99.toFixed(1), ...rest);
    show('bare statement', floor, '1');
    show('statement with its record', whole, ratio(whole, floor));
    show('`holdBeds`', held, `${ratio(held, floor)}; to the recorded: ${ratio(held, whole)}`);
  }
  console.log(`\nLoad ${began.toFixed(1)} before, ${loadavg()[0].toFixed(1)} after; ${new Date().toISOString()}`);
} finally {
  await server.stop();
}
process.exit(0);
