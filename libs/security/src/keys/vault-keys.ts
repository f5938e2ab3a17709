import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { KeyProblem, readOrCreateKeyFile } from './key-file.js';

/** Where master keys come from. */
export interface VaultKeySource {
  /** `HAVEN_VAULT_KEY`: 32 bytes in base64. Several keys are separated by commas, the newest first. */
  readonly value: string | undefined;
  /** Where to create and store a key if no value is given; null: a value is required. */
  readonly directory: string | null;
}

/** Master keys for `createVaultCipher`. Rejects with a {@link KeyProblem}. */
export async function loadVaultKeys(source: VaultKeySource): Promise<readonly Uint8Array[]> {
  if (source.value?.trim()) return parseKeys(source.value, 'HAVEN_VAULT_KEY');
  if (source.directory === null)
    throw new KeyProblem('HAVEN_VAULT_KEY is not set: give 32 random bytes in base64 (openssl rand -base64 32).');
  const path = join(source.directory, 'vault-key');
  const stored = await readOrCreateKeyFile(path, newKey);
  return parseKeys(stored, `The vault key file ${path}`);
}

/**
 * The key that seals the secrets of accounts. It is stored beside the issuer's key, because either one is enough to impersonate everybody.
 */
export async function loadAccountKeys(directory: string): Promise<readonly Uint8Array[]> {
  const path = join(directory, 'account-key');
  return parseKeys(await readOrCreateKeyFile(path, newKey), `The account key file ${path}`);
}

const newKey = (): Promise<string> => Promise.resolve(`${randomBytes(32).toString('base64')}\n`);

function parseKeys(text: string, where: string): readonly Uint8Array[] {
  return text.split(',').map((part, index) => {
    const key = Buffer.from(part.trim(), 'base64');
    // Comparing the text catches what Node's lenient decoder skips.
    if (key.length === 32 && key.toString('base64') === part.trim()) return key;
    throw new KeyProblem(`${where} is not usable: key ${index + 1} must be 32 bytes in base64 (openssl rand -base64 32).`);
  });
}
