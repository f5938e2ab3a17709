import { chmod, realpath, rename, rm, symlink } from 'node:fs/promises';
import type { Server } from 'node:net';
import { join } from 'node:path';
import { makeShortFolder, socketPathMaximum } from '@haven/config';

/** Lets a server listen on the path. */
export type Listen = (server: Server, path: string) => Promise<void>;

const pathOf = (directory: string): string => join(directory, 'control.sock');

/**
 * Listens on the socket of a directory that the caller has locked, so an existing socket belongs to a dead process. On a file system
 * without sockets, the name points to one elsewhere. Answers how to remove it.
 */
export async function listenIn(directory: string, server: Server, listen: Listen = listenAt): Promise<() => Promise<void>> {
  const path = pathOf(directory);
  await rm(path, { force: true });
  try {
    await withShortPath(directory, (short) => listen(server, short));
    // Its folder need not be private: the orchestrator owns the folder of a service.
    await chmod(path, 0o600);
    return () => rm(path, { force: true });
  } catch {
    return listenElsewhere(path, server, listen);
  }
}

async function listenElsewhere(path: string, server: Server, listen: Listen): Promise<() => Promise<void>> {
  const folder = await makeShortFolder();
  const socket = join(folder, 'control.sock');
  const remove = async () => {
    await rm(path, { force: true });
    await rm(folder, { recursive: true, force: true });
  };
  await listen(server, socket)
    .then(() => symlink(socket, `${path}.new`))
    .then(() => rename(`${path}.new`, path))
    .catch((error: unknown) => remove().then(() => Promise.reject(error as Error)));
  return remove;
}

/** Connects to the socket of the directory through a path that is short enough. */
export const reaching = <T>(directory: string, connect: (path: string) => Promise<T>): Promise<T> => withShortPath(directory, connect);

/** A temporary link makes a long path short; the socket is still in the directory. */
async function withShortPath<T>(directory: string, use: (path: string) => Promise<T>): Promise<T> {
  const real = await realpath(directory);
  if (Buffer.byteLength(pathOf(real)) <= socketPathMaximum) return use(pathOf(real));
  const folder = await makeShortFolder();
  try {
    await symlink(real, join(folder, 'data'));
    return await use(pathOf(join(folder, 'data')));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function listenAt(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, () => (server.off('error', reject), resolve()));
  });
}
