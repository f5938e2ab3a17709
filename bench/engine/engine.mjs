// How long a match takes on directories of ten thousand, a hundred thousand and a million services, and how many there are a second,
// beside the statements that it sends alone. Writes docs/performance.json and the table in docs/performance.md.
//   npm run bench -- [sizes, as 10000,100000,1000000] [scenarios]
//   HAVEN_BENCH_POSTGRES={"host": …, "port": …, "user": …}: a server whose databases haven_<size> are filled already
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openMatchingDatabase } from '@haven/matching';
import { fill } from './fill.mjs';
import { startPostgres } from './postgres.mjs';
import { scenarios } from './scenarios.mjs';
import { tableOf, writeTable } from './table.mjs';

const sizes = (process.argv[2] ?? '10000,100000,1000000').split(',').map(Number);
const names = process.argv[3]?.split(',') ?? Object.keys(scenarios);
const alone = { clients: 1, seconds: 3, warmUp: 3 };
const crowd = { clients: 16, seconds: 4, warmUp: 1 };

async function begin(file, message, flags = []) {
  const child = fork(new URL(file, import.meta.url), { execArgv: ['--disable-warning=DeprecationWarning', ...flags] });
  child.send(message);
  const [answer] = await once(child, 'message');
  return { answer, child };
}

async function ask(file, message) {
  const { answer, child } = await begin(file, message);
  child.kill();
  return answer;
}

const serve = (connection, more = {}) => begin('server.mjs', { connection, keys, ...more }, ['--max-semi-space-size=16']);

async function prepare(server, size) {
  const connection = { ...server.connection, database: `haven_${size}` };
  if (server.isFilled) return connection;
  const maintenance = await openMatchingDatabase(server.connection);
  await maintenance.dataSource.query(`CREATE DATABASE haven_${size}`);
  await maintenance.close();
  const database = await openMatchingDatabase(connection);
  const began = performance.now();
  await fill(database, size, new Date());
  await database.close();
  console.error(`${size} services stored in ${((performance.now() - began) / 1000).toFixed(0)} s`);
  return connection;
}

async function measure(connection, size) {
  const { answer: at, child } = await serve(connection);
  const figures = [];
  for (const scenario of names) {
    const one = await ask('clients.mjs', { ...at, scenario, how: alone });
    const many = await ask('clients.mjs', { ...at, scenario, how: crowd });
    const floor = await ask('floor.mjs', { connection, scenario, how: crowd });
    figures.push({ size, scenario, one, many, floor });
    console.error(tableOf(figures.slice(-1)).split('\n').at(-1));
  }
  child.kill();
  await once(child, 'exit');
  return figures;
}

/** A wait of 2 ms before each question must show. */
async function control(connection) {
  const median = async (delay) => {
    const { answer: at, child } = await serve(connection, { delay });
    const { p50 } = await ask('clients.mjs', { ...at, scenario: names[0], how: alone });
    child.kill();
    await once(child, 'exit');
    return p50;
  };
  return { without: await median(0), with: await median(2) };
}

const keys = mkdtempSync(join(tmpdir(), 'haven-bench-keys-'));
const given = process.env['HAVEN_BENCH_POSTGRES'];
const server = given ? { connection: JSON.parse(given), isFilled: true, stop: () => {} } : await startPostgres();
try {
  const figures = [];
  for (const size of sizes) figures.push(...(await measure(await prepare(server, size), size)));
  const seen = await control({ ...server.connection, database: `haven_${sizes[0]}` });
  const all = { at: new Date().toISOString(), node: process.version, processors: cpus().length, control: seen, figures };
  writeFileSync(new URL('../../docs/performance.json', import.meta.url), `${JSON.stringify(all, null, 2)}\n`);
  const page = new URL('../../docs/performance.md', import.meta.url);
  writeFileSync(page, writeTable(readFileSync(page, 'utf8'), all));
} finally {
  server.stop();
  rmSync(keys, { recursive: true, force: true });
}
process.exit(0);
