import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSystem, systemAt, templateVariable } from './system.js';
import { tokensVariable } from './tokens.js';
import type { OwnSystem, System } from './system.js';

/** Environment through which the set-up tells the specs where the shared system is. */
const addressVariable = 'HAVEN_E2E_URL';
const dataVariable = 'HAVEN_E2E_DATA';

let own: OwnSystem | undefined;
let template: OwnSystem | undefined;
let tokens: string | undefined;

/** Starts the one demo system that most specs ask, and makes the empty one that others begin with, unless HAVEN_URL (with HAVEN_DATA) names one. */
export async function startShared(): Promise<void> {
  tokens = await mkdtemp(join(tmpdir(), 'haven-e2e-tokens-'));
  process.env[tokensVariable] = tokens;
  if (process.env['HAVEN_URL']) {
    process.env[addressVariable] = process.env['HAVEN_URL'].replace(/\/$/, '');
    process.env[dataVariable] = process.env['HAVEN_DATA'] ?? '.haven';
    return;
  }
  template = await startSystem();
  await template.stop();
  process.env[templateVariable] = template.dataDirectory;
  own = await startSystem({ demo: true }).catch(async (problem: unknown) => {
    await stopShared();
    throw problem;
  });
  process.env[addressVariable] = own.url;
  process.env[dataVariable] = own.dataDirectory;
}

/** Ends what {@link startShared} started. */
export async function stopShared(): Promise<void> {
  await Promise.all([own?.remove(), template?.remove(), tokens && rm(tokens, { recursive: true, force: true })]);
}

/** The shared demo system. Specs must leave its services and beds as they found them. */
export function sharedSystem(): System {
  const url = process.env[addressVariable];
  if (!url) throw new Error('No shared system: run these specs as the Jest project "e2e".');
  return systemAt(url, process.env[dataVariable] ?? '.haven');
}

/** Whether the specs may start processes of their own, or run against a system that somebody else started. */
export const ownProcesses = !process.env['HAVEN_URL'];
