import { createHash } from 'node:crypto';
import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { haven } from './command.js';

/** Roles of the contract. */
export const roles = ['HOTLINE', 'CASEWORKER', 'PROVIDER', 'COORDINATOR', 'AUDITOR'] as const;
/** {@link roles} */
export type Role = (typeof roles)[number];

/** Gets a token for a role; a provider names its organization. */
export type TokenOf = (role: Role, organization?: string) => Promise<string>;

// Tokens live for 10 minutes.
const keptMilliseconds = 8 * 60_000;

/** Directory in which a run of the suites shares its tokens between spec files; set by the global set-up. */
export const tokensVariable = 'HAVEN_E2E_TOKENS';

/** Tokens from the `haven` command, each reused for a while, since a run of the command takes time. */
export function tokensOf(env: Readonly<Record<string, string>>): TokenOf {
  const kept = new Map<string, { token: Promise<string>; until: number }>();
  return (role, organization = role === 'PROVIDER' ? 'none' : undefined) => {
    const key = `${role} ${organization ?? ''}`;
    const known = kept.get(key);
    if (known && known.until > Date.now()) return known.token;
    const token = sharedToken(env, role, organization);
    kept.set(key, { token, until: Date.now() + keptMilliseconds / 2 });
    return token;
  };
}

/** A token that another spec file fetched recently, or a new one. */
async function sharedToken(env: Readonly<Record<string, string>>, role: Role, organization?: string): Promise<string> {
  const directory = process.env[tokensVariable];
  if (!directory) return fetchToken(env, role, organization);
  const name = createHash('sha256')
    .update(JSON.stringify([env, role, organization]))
    .digest('hex');
  const file = join(directory, name);
  const age = await stat(file).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => Infinity,
  );
  if (age < keptMilliseconds / 2) return readFile(file, 'utf8');
  const token = await fetchToken(env, role, organization);
  // Written in one step, because other spec files may read it at any moment.
  const unfinished = `${file}.${process.pid}`;
  await writeFile(unfinished, token, { mode: 0o600 });
  await rename(unfinished, file);
  return token;
}

async function fetchToken(env: Readonly<Record<string, string>>, role: Role, organization?: string): Promise<string> {
  const args = ['token', '--role', role.toLowerCase(), ...(organization ? ['--organization', organization] : [])];
  const token = (await haven(args, { env })).stdout.trim().split(/\s+/).at(-1);
  if (!token || token.split('.').length !== 3) throw new Error('`haven token` printed no token');
  return token;
}
