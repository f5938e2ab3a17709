import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { discover, originOf } from '../../src/harness/sign-in.js';
import { startSystem } from '../../src/harness/system.js';
import { tokensVariable } from '../../src/harness/tokens.js';
import { demoAccountsIn } from './accounts.js';

/** Where the specs find the system, and as whom to sign in there. */
export const addressVariable = 'HAVEN_CONSOLE_URL';
export const dataVariable = 'HAVEN_CONSOLE_DATA';
export const accountsVariable = 'HAVEN_CONSOLE_ACCOUNTS';

/**
 * Starts one system with the demo directory for all specs, unless HAVEN_URL names one, with HAVEN_DATA and HAVEN_CONSOLE_ACCOUNTS (JSON: an
 * account with name and password for each role).
 */
export default async function setUp(): Promise<() => Promise<void>> {
  const tokens = await mkdtemp(join(tmpdir(), 'haven-console-tokens-'));
  process.env[tokensVariable] = tokens;
  const given = process.env['HAVEN_URL'];
  const own = given ? null : await startSystem({ demo: true });
  process.env[addressVariable] = given?.replace(/\/$/, '') ?? originOf(await discover(own!.url));
  process.env[dataVariable] = own?.dataDirectory ?? process.env['HAVEN_DATA'] ?? '.haven';
  if (own) process.env[accountsVariable] = JSON.stringify(demoAccountsIn(own.output()));
  return async () => {
    await own?.remove();
    await rm(tokens, { recursive: true, force: true });
  };
}
