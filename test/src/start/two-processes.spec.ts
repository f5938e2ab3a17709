import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { runHaven, type CommandOptions } from '../harness/command.js';
import { freePort } from '../harness/free-port.js';
import { spawnServer, untilReady, type ServerProcess, type SpawnOptions } from '../harness/server-process.js';
import { ownProcesses } from '../harness/shared-system.js';
import { systemAt, templateVariable } from '../harness/system.js';

const describeOwn = ownProcesses ? describe : describe.skip;
const itAsRoot = process.getuid?.() === 0 ? it : it.skip;
const readyMilliseconds = 120_000;
jest.setTimeout(4 * readyMilliseconds);

/** Users that need not exist on the machine. */
const service = 48_001;
const stranger = 48_002;

type Env = Readonly<Record<string, string>>;

describeOwn('one data directory, two processes', () => {
  let root: string;
  let data: string;
  let url: string;
  let port: string;
  const servers: ServerProcess[] = [];

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'haven-two-'));
    // Other users must be able to enter.
    spawnSync('chmod', ['755', root]);
    for (const name of ['first', 'second', 'third'])
      await writeFile(
        join(root, `${name}.json`),
        JSON.stringify([{ id: name, name, status: 'active', organization: { id: name, name, description: '' } }]),
        { mode: 0o644 },
      );
  });
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.kill();
    await rm(data, { recursive: true, force: true });
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  /** An empty, stopped system. */
  const begin = async (path = join(root, 'data'), uid?: number) => {
    data = path;
    await mkdir(data, { recursive: true, mode: 0o700 });
    if (process.env[templateVariable]) await cp(process.env[templateVariable], data, { recursive: true });
    if (uid !== undefined) spawnSync('chown', ['-R', `${uid}:${uid}`, data]);
    port = String(await freePort());
    url = `http://127.0.0.1:${port}`;
  };
  const launch = (env: Env = {}, options: SpawnOptions = {}) => {
    const server = spawnServer({ PORT: port, HAVEN_DATA: data, HAVEN_DEMO: 'false', ...env }, options);
    servers.push(server);
    return server;
  };
  const start = async (env: Env = {}, options: SpawnOptions = {}) => {
    const server = launch(env, options);
    await untilReady(url, server, readyMilliseconds);
    return server;
  };
  const command = (words: readonly string[], env: Env = {}, options: CommandOptions = {}) =>
    runHaven(words, { ...options, env: { HAVEN_DATA: data, ...env } });
  const load = async (name: string, env: Env = {}, options: CommandOptions = {}) => {
    const { code, stderr } = await command(['import', join(root, `${name}.json`)], env, options);
    return { code, line: stderr.trimEnd().split('\n').at(-1) };
  };
  const services = async () => {
    const { services: found } = await systemAt(url, data).query<{ services: { totalCount: number } }>('{ services { totalCount } }');
    return found.totalCount;
  };
  const write = () =>
    systemAt(url, data).query('mutation { registerOrganization(input: { name: "After", idempotencyKey: "a" }) { __typename } }');
  const newFolder = (name: string) => mkdir(join(root, name), { recursive: true }).then((made) => made ?? join(root, name));

  it('a command with another TMPDIR, by another path, is carried out by the running process', async () => {
    await begin();
    const server = await start({ TMPDIR: await newFolder('tmp-a') });
    await symlink(data, join(root, 'link'));
    expect(await load('first', { TMPDIR: await newFolder('tmp-b') })).toMatchObject({ code: 0 });
    expect(await load('second', { TMPDIR: await newFolder('tmp-c'), HAVEN_DATA: join(root, 'link') })).toMatchObject({ code: 0 });
    expect(await services()).toBe(2);
    await write();
    expect(await server.stop()).toBe(0);
    await start();
    expect(await services()).toBe(2);
  });

  it('of two starts at once one runs; after kill -9 the next command and the next start get the directory', async () => {
    await begin();
    const both = [launch(), launch({ PORT: String(await freePort()), TMPDIR: await newFolder('tmp-d') })];
    const codes = both.map((server) => server.ended(readyMilliseconds));
    const lost = await Promise.race(codes.map(async (code, index) => ({ code: await code, index })));
    expect(lost.code).toBe(1);
    expect(both[lost.index]!.output()).toMatch(/^The data directory .* is in use by another Haven\. .*\n$/);
    const winner = both[1 - lost.index]!;
    await winner.kill();
    await Promise.allSettled(codes);
    expect(await load('first', { TMPDIR: await newFolder('tmp-e') })).toMatchObject({ code: 0 });
    await start();
    expect(await services()).toBe(1);
  });

  it('two commands at once, without a running process: both are carried out', async () => {
    await begin();
    const done = await Promise.all([load('first'), command(['parked'], { TMPDIR: await newFolder('tmp-f') })]);
    expect(done.map(({ code }) => code)).toEqual([0, 0]);
    await start();
    expect(await services()).toBe(1);
  });

  it('starts and is found whatever the length of TMPDIR and of the directory, and without a TMPDIR', async () => {
    const long = join(root, 'a'.repeat(120), 'b'.repeat(120));
    await begin(join(long, 'data'));
    await mkdir(join(long, 'tmp'));
    const server = await start({ TMPDIR: join(long, 'tmp') });
    expect(await load('first', { TMPDIR: join(root, 'nowhere') })).toMatchObject({ code: 0 });
    expect(await services()).toBe(1);
    expect(await server.stop()).toBe(0);
    await start({ TMPDIR: join(root, 'nowhere') });
  });

  itAsRoot('root asks the process of another user; a stranger is told whose it is', async () => {
    await begin(undefined, service);
    const server = await start({}, { uid: service });
    expect(await load('first')).toMatchObject({ code: 0 });
    const refused = await load('second', {}, { uid: stranger });
    expect(refused).toEqual({ code: 1, line: expect.stringMatching(/belongs to '#48001'.*sudo -u '#48001'/) });
    expect(await services()).toBe(1);
    await write();
    expect(await server.stop()).toBe(0);
    await start({}, { uid: service });
    expect(await services()).toBe(1);
  });

  itAsRoot('root leaves the directory of another user alone where no process runs, which starts later', async () => {
    await begin(undefined, service);
    const before = await readdir(data, { recursive: true });
    for (const words of [['import', join(root, 'first.json')], ['parked']]) {
      const { code, stderr } = await command(words);
      expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(/^The data directory .* belongs to '#48001'\. .*\n$/) });
    }
    const start1 = launch();
    expect(await start1.ended(readyMilliseconds)).toBe(1);
    expect(start1.output()).toMatch(/belongs to '#48001'/);
    expect(await readdir(data, { recursive: true })).toEqual(before);
    const server = await start({}, { uid: service });
    expect(await server.stop()).toBe(0);
    spawnSync('chown', ['root', data]);
    expect(await load('first')).toEqual({ code: 1, line: expect.stringMatching(/belongs to '#48001', not to you\. .*chown -R/) });
  });
});
