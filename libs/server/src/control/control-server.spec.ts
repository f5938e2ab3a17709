import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { askControl, nobodyListens } from './ask-control.js';
import { openControlServer, type ControlServer } from './control-server.js';
import { listenIn } from './control-socket.js';

describe('the control server of a data directory', () => {
  let root: string;
  let directory: string;
  const opened: ControlServer[] = [];

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'haven-control-'));
    directory = join(root, 'data');
  });
  afterEach(async () => {
    for (const control of opened.splice(0)) await control.close();
    await rm(root, { recursive: true });
  });

  const open = async (path = directory) => {
    const control = await openControlServer(path);
    opened.push(control);
    return control;
  };
  const serve = async (path = directory, answer = 'done') => {
    const control = await open(path);
    control.serve((_request, tell) => tell({ result: answer }));
    return control;
  };
  const expectNobody = async () => expect(nobodyListens(await ask().catch((error: unknown) => error))).toBe(true);
  const ask = async (path = directory) => {
    const answer: unknown[] = [];
    for await (const message of await askControl(path, { command: 'settle' })) answer.push(message);
    return answer;
  };

  it('answers every command for the directory, through any path to it', async () => {
    await serve();
    await symlink(directory, join(root, 'link'));
    for (const path of [directory, join(root, 'link'), relative(process.cwd(), directory)])
      expect(await ask(path)).toEqual([{ result: 'done' }]);
  });

  it('answers in a directory whose path is too long for a socket', async () => {
    const long = join(directory, 'a'.repeat(100), 'b'.repeat(100));
    await serve(long);
    expect(await ask(long)).toEqual([{ result: 'done' }]);
  });

  it('is unique: a second one is refused through any path, until the first closes', async () => {
    const first = await open();
    await symlink(directory, join(root, 'link'));
    await expect(openControlServer(join(root, 'link'))).rejects.toThrow(/in use by another.*HAVEN_DATA=/);
    await first.close();
    opened.length = 0;
    await open();
  });

  it('says that nobody listens, and leaves no file, if nobody has the directory open', async () => {
    await expectNobody();
    await mkdir(directory);
    await expectNobody();
    expect(await readdir(directory)).toEqual([]);
    await (await serve()).close();
    opened.length = 0;
    await expectNobody();
  });

  it('ignores the socket of another process', async () => {
    await serve(join(root, 'other'));
    await mkdir(directory);
    await symlink(join(root, 'other', 'control.sock'), join(directory, 'control.sock'));
    await writeFile(join(directory, 'lock'), '');
    await expectNobody();
    await serve(directory, 'mine');
    expect(await ask()).toEqual([{ result: 'mine' }]);
  });

  it('is free again once its process is killed', async () => {
    const module = new URL('../../dist/control/control-server.js', import.meta.url);
    const script = `const { openControlServer } = await import('${module.href}'); await openControlServer(${JSON.stringify(directory)}); console.log('open')`;
    const holder = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script]);
    await once(holder.stdout, 'data');
    await expect(openControlServer(directory)).rejects.toThrow('in use by another');
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    await expectNobody();
    await serve();
    expect(await ask()).toEqual([{ result: 'done' }]);
  });

  it('survives a caller that hangs up in the middle of a request', async () => {
    const module = new URL('../../dist/control/control-server.js', import.meta.url);
    const script = `const { openControlServer } = await import('${module.href}'); (await openControlServer(${JSON.stringify(directory)})).serve((_, tell) => tell({ result: 'done' })); console.log('open')`;
    const holder = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script]);
    await once(holder.stdout, 'data');
    const caller = connect(join(directory, 'control.sock'));
    await once(caller, 'connect');
    await new Promise((resolve) => caller.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{', resolve));
    await sleep(200);
    caller.destroy();
    await sleep(200);
    expect(await ask()).toEqual([{ result: 'done' }]);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
  });

  it('waits for a process that has the directory open and does not listen yet', async () => {
    await open();
    const socket = join(directory, 'control.sock');
    await rm(socket);
    const answer = ask();
    await sleep(200);
    const late = createServer((_request, response) => response.end('{"result":"late"}\n')).listen(socket);
    expect(await answer).toEqual([{ result: 'late' }]);
    late.closeAllConnections();
    late.close();
  });

  it('finishes the commands that somebody waits for, and no others', async () => {
    const control = await open();
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    control.serve(async (_request, tell) => {
      await tell({ progress: { done: 0, total: null, what: 'begun' } });
      await released;
      await tell({ result: 'done' });
    });
    const waiting = await askControl(directory, { command: 'settle' });
    const leaving = await askControl(directory, { command: 'settle' });
    await leaving.next();
    await leaving.return(undefined);
    let finished = false;
    const finish = control.finish().then(() => (finished = true));
    await waiting.next();
    expect(finished).toBe(false);
    release();
    expect((await waiting.next()).value).toEqual({ result: 'done' });
    await waiting.next();
    await finish;
  });

  it('listens elsewhere on a file system without sockets, and its name leads there', async () => {
    await mkdir(directory);
    const server = createServer((_request, response) => response.end('{"result":"there"}\n'));
    const listen = (_server: unknown, path: string) =>
      path.startsWith(directory)
        ? Promise.reject(Object.assign(new Error('not supported'), { code: 'EOPNOTSUPP' }))
        : new Promise<void>((resolve) => void server.listen(path, resolve));
    const remove = await listenIn(directory, server, listen);
    const [response] = (await once(get({ socketPath: join(directory, 'control.sock') }), 'response')) as [IncomingMessage];
    expect(response.statusCode).toBe(200);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await remove();
    expect(await readdir(directory)).toEqual([]);
  });
});
