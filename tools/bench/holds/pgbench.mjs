// pgbench, with the latency of every transaction rather than the average.
import { execFile } from 'node:child_process';
import { access, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const bin = process.env.HAVEN_POSTGRES_BIN ?? '/usr/lib/postgresql/15/bin';
const pgbench = join(bin, 'pgbench');

/** Ends the process if pgbench is not installed. */
export async function requirePgbench() {
  await access(pgbench).catch(() => {
    console.error(`${pgbench} is missing. On Debian: apt install postgresql-15 postgresql-15-postgis-3; elsewhere set HAVEN_POSTGRES_BIN.`);
    process.exit(2);
  });
}

/** Runs a script with so many clients for so many seconds; returns the milliseconds of each transaction. */
export async function runPgbench({ host, port, user, database }, script, clients, seconds) {
  const directory = await mkdtemp(join(tmpdir(), 'haven-pgbench-'));
  try {
    await writeFile(join(directory, 'script.sql'), script);
    const settings = ['-n', '-M', 'extended', '-c', clients, '-j', 1, '-T', seconds, '-l', '--log-prefix=run', '-f', 'script.sql'];
    const args = ['-h', host, '-p', port, '-U', user, ...settings, database].map(String);
    await promisify(execFile)(pgbench, args, { cwd: directory, timeout: (seconds + 60) * 1_000 });
    const logs = (await readdir(directory)).filter((name) => name.startsWith('run.'));
    const lines = (await Promise.all(logs.map((name) => readFile(join(directory, name), 'utf8')))).flatMap((text) =>
      text.trim().split('\n'),
    );
    return lines.map((line) => Number(line.split(' ')[2]) / 1_000);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
