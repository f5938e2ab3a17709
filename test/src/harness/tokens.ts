import { haven } from './command.js';

/** Roles of the contract. */
export const roles = ['HOTLINE', 'CASEWORKER', 'PROVIDER', 'COORDINATOR', 'AUDITOR'] as const;
/** {@link roles} */
export type Role = (typeof roles)[number];

/** A token of a role; a provider names its organization. */
export type TokenOf = (role: Role, organization?: string) => Promise<string>;

// Tokens live for 10 minutes.
const keptMilliseconds = 8 * 60_000;

/** Tokens as the `haven` command gives them, each kept for a while since a run of the command takes its time. */
export function tokensOf(env: Readonly<Record<string, string>>): TokenOf {
  const kept = new Map<string, { token: Promise<string>; until: number }>();
  return (role, organization = role === 'PROVIDER' ? 'none' : undefined) => {
    const key = `${role} ${organization ?? ''}`;
    const known = kept.get(key);
    if (known && known.until > Date.now()) return known.token;
    const token = fetchToken(env, role, organization);
    kept.set(key, { token, until: Date.now() + keptMilliseconds });
    return token;
  };
}

async function fetchToken(env: Readonly<Record<string, string>>, role: Role, organization?: string): Promise<string> {
  const args = ['token', '--role', role.toLowerCase(), ...(organization ? ['--organization', organization] : [])];
  const token = (await haven(args, { env })).stdout.trim().split(/\s+/).at(-1);
  if (!token || token.split('.').length !== 3) throw new Error('`haven token` printed no token');
  return token;
}
