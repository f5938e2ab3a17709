import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Secrets of one cluster, made at its first start. */
export interface Secrets {
  readonly vaultKey: string;
  readonly tieKey: string;
  /** Password of a login role, by its name. */
  passwordOf(role: string): Promise<string>;
}

/** Reads the secrets of a directory; missing ones are generated, in files that only this user can read. */
export async function openSecrets(directory: string): Promise<Secrets> {
  const secret = (name: string, generate: () => string) => readOrCreate(join(directory, name), generate);
  return {
    vaultKey: await secret('vault-key', () => randomBytes(32).toString('base64')),
    tieKey: await secret('tie-key', () => randomBytes(32).toString('base64url')),
    passwordOf: (role) => secret(`${role}.password`, () => randomBytes(24).toString('base64url')),
  };
}

async function readOrCreate(path: string, generate: () => string): Promise<string> {
  await writeFile(path, `${generate()}\n`, { flag: 'wx', mode: 0o600, flush: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  return (await readFile(path, 'utf8')).trim();
}
