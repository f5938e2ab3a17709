import { constants } from 'node:fs';
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import pg from 'pg';
import type { Connection } from './connection.js';
import { currentSegment, segmentName } from './rewrite-files.js';

/**
 * Copies the files of the database as they are after a checkpoint. All other work waits meanwhile, because an open transaction has the one
 * session. Of the write-ahead log, only the current segment is needed from then on.
 */
export async function copyFiles(connection: Connection, dataDirectory: string, target: string): Promise<void> {
  const client = new pg.Client({ ...connection });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query('CHECKPOINT');
    const current = await currentSegment(client);
    await copyTree(dataDirectory, target, (name) => !segmentName.test(name) || name === current);
    await client.query('ROLLBACK');
  } finally {
    await client.end();
  }
}

/** All files at once: this takes a tenth of the time of `cp` from Node, and others wait for it. */
async function copyTree(from: string, to: string, isWanted: (name: string) => boolean): Promise<void> {
  const entries = await readdir(from, { recursive: true, withFileTypes: true });
  const paths = (kind: 'isDirectory' | 'isFile') =>
    entries.filter((entry) => entry[kind]()).map(({ parentPath, name }) => relative(from, join(parentPath, name)));
  for (const path of ['', ...paths('isDirectory')]) await mkdir(join(to, path), { recursive: true, mode: 0o700 });
  const files = paths('isFile').filter((path) => isWanted(basename(path)));
  await Promise.all(files.map((path) => copyFile(join(from, path), join(to, path), constants.COPYFILE_FICLONE)));
}
