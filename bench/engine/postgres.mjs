// A PostgreSQL server of our own for a measurement, on a directory that is removed at the end.
import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const bin = '/usr/lib/postgresql/15/bin';
const isRoot = process.getuid?.() === 0;
/** initdb refuses root. */
const asPostgres = isRoot ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--init-groups', '--reset-env', '--'] : [];
/** A usual server: durable, with the memory that one of 24 GB would get. */
const settings = ['shared_buffers=2GB', 'max_wal_size=8GB', 'jit=off', 'max_connections=100', 'listen_addresses=127.0.0.1'];

function run(program, ...args) {
  const [command, ...rest] = [...asPostgres, join(bin, program), ...args];
  execFileSync(command, rest, { cwd: '/', stdio: ['ignore', 'ignore', 'inherit'] });
}

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Answers how to connect, and how to end it. */
export async function startPostgres() {
  const folder = mkdtempSync(join(tmpdir(), 'haven-bench-'));
  const data = join(folder, 'data');
  chmodSync(folder, 0o755);
  mkdirSync(data, { mode: 0o700 });
  if (isRoot) {
    const [uid, gid] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, 'postgres'])));
    chownSync(data, uid, gid);
  }
  run('initdb', '-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C');
  const port = await freePort();
  const options = [...settings, `port=${port}`, `unix_socket_directories=${data}`].map((one) => `-c ${one}`).join(' ');
  run('pg_ctl', '-D', data, '-w', '-l', join(data, 'server.log'), '-o', options, 'start');
  return {
    connection: { host: '127.0.0.1', port, user: 'postgres', database: 'postgres' },
    stop: () => {
      run('pg_ctl', '-D', data, '-m', 'immediate', '-w', 'stop');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
