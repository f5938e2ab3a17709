// How long a match takes on a directory of ten thousand, a hundred thousand and a million services, and how many there are a second.
//   npm run bench -- [sizes, as 10000,100000,1000000]
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openMatchingDatabase } from '@haven/matching';
import { fill } from './fill.mjs';
import { startPostgres } from './postgres.mjs';
import { scenarios } from './scenarios.mjs';

const sizes = (process.argv[2] ?? '10000,100000,1000000').split(',').map(Number);
const names = process.argv[3]?.split(',') ?? Object.keys(scenarios);
const [alone, crowd] = [
  { clients: 1, seconds: 5, warmUp: 2 },
  { clients: 16, seconds: 8, warmUp: 1 },
];

async function inProcess(file, message, flags = []) {
  const child = fork(new URL(file, import.meta.url), { execArgv: flags });
  child.send(message);
  const [answer] = await once(child, 'message');
  return { answer, child };
}

async function askAll(how) {
  const { answer, child } = await inProcess('clients.mjs', how);
  child.kill();
  return answer;
}

const keys = mkdtempSync(join(tmpdir(), 'haven-bench-keys-'));
const server = await startPostgres();
try {
  for (const size of sizes) {
    const connection = { ...server.connection, database: `haven_${size}` };
    const maintenance = await openMatchingDatabase(server.connection);
    await maintenance.dataSource.query(`CREATE DATABASE haven_${size}`);
    await maintenance.close();
    const database = await openMatchingDatabase(connection);
    const began = performance.now();
    await fill(database, size, new Date());
    console.error(`${size} services after ${((performance.now() - began) / 1000).toFixed(0)} s`);
    await database.close();
    const { answer: at, child } = await inProcess('server.mjs', { connection, keys }, ['--max-semi-space-size=16']);
    for (const scenario of names) {
      const one = await askAll({ ...at, scenario, ...alone });
      const many = await askAll({ ...at, scenario, ...crowd });
      const ms = (value) => value.toFixed(1);
      console.log(
        `${size} | ${scenario} | ${ms(one.matches)} matches | alone p50 ${ms(one.p50)} p99 ${ms(one.p99)} | 16: ${many.rate.toFixed(0)}/s p50 ${ms(many.p50)} p99 ${ms(many.p99)}`,
      );
    }
    child.kill();
    await once(child, 'exit');
  }
} finally {
  server.stop();
  rmSync(keys, { recursive: true, force: true });
}
process.exit(0);
