import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FullConfig } from '@playwright/test';
import { inRepository } from '../../src/harness/repository.js';
import { discover, originOf } from '../../src/harness/sign-in.js';
import { startSystem, type OwnSystem } from '../../src/harness/system.js';
import { tokensVariable } from '../../src/harness/tokens.js';
import { demoAccountsIn, type Accounts } from './accounts.js';

/** The address of a system, and the accounts to sign in there. */
interface Place {
  readonly url: string;
  readonly data: string;
  readonly accounts: Accounts;
}

const placesVariable = 'HAVEN_CONSOLE_PLACES';

/** The system of a worker: no other worker changes anything there. */
export const placeOf = (worker: number): Place => places()[worker]!;

/** The demo accounts of the system at an address. */
export const accountsAt = (address: string): Accounts => places().find(({ url }) => url === address)!.accounts;

const places = (): Place[] => JSON.parse(process.env[placesVariable]!) as Place[];

/**
 * Starts a system with the demo directory for each worker, unless HAVEN_URL names one, with HAVEN_DATA and HAVEN_CONSOLE_ACCOUNTS (JSON: an
 * account with name and password for each role).
 */
export default async function setUp({ workers }: FullConfig): Promise<() => Promise<void>> {
  const tokens = await mkdtemp(join(tmpdir(), 'haven-console-tokens-'));
  process.env[tokensVariable] = tokens;
  process.env['NODE_COMPILE_CACHE'] ??= inRepository('.cache/compiled');
  const given = process.env['HAVEN_URL'];
  if (given && workers > 1) throw new Error('HAVEN_URL names one system: run with --workers 1.');
  const own = given ? [] : await startSystems(workers);
  const places = given ? [placeAt(given)] : await Promise.all(own.map(placeOn));
  process.env[placesVariable] = JSON.stringify(places);
  return async () => {
    await Promise.all(own.map((system) => system.remove()));
    await rm(tokens, { recursive: true, force: true });
  };
}

async function startSystems(count: number): Promise<OwnSystem[]> {
  const starts = await Promise.allSettled(Array.from({ length: count }, () => startSystem({ demo: true })));
  const started = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []));
  const failed = starts.find((start) => start.status === 'rejected');
  if (!failed) return started;
  await Promise.all(started.map((system) => system.remove()));
  throw failed.reason;
}

const placeAt = (url: string): Place => ({
  url: url.replace(/\/$/, ''),
  data: process.env['HAVEN_DATA'] ?? '.haven',
  accounts: JSON.parse(process.env['HAVEN_CONSOLE_ACCOUNTS'] ?? '{}') as Accounts,
});

async function placeOn(system: OwnSystem): Promise<Place> {
  return { url: originOf(await discover(system.url)), data: system.dataDirectory, accounts: demoAccountsIn(system.output()) };
}
