import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

export const root = new URL('../', import.meta.url);
export const dist = new URL('dist/', root);

/** The sources of the build, in addition to the versions in the lock file. */
const sources = ['src/', 'worker/', 'build/'];
const files = ['index.html', 'graphiql.html', 'package.json', '../../package-lock.json'];

/** A digest of all sources of the console. */
export async function stampOf() {
  const names = [...files, ...(await Promise.all(sources.map(filesBelow))).flat()].filter((name) => !name.includes('.spec.')).sort();
  const hash = createHash('sha256');
  for (const name of names)
    hash
      .update(`${name}\0`)
      .update(await readFile(new URL(name, root)))
      .update('\0');
  return hash.digest('hex');
}

async function filesBelow(folder) {
  const entries = await readdir(new URL(folder, root), { recursive: true, withFileTypes: true });
  const top = fileURLToPath(root);
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => `${parentPath}/${name}`.slice(top.length));
}
