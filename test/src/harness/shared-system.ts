import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRepository } from './repository.js';
import { startSystem, systemAt, templateVariable } from './system.js';
import { tokensVariable } from './tokens.js';
import type { OwnSystem, System } from './system.js';

/** Environment variable with the address of the shared system, from the set-up to the specs. */
const addressVariable = 'HAVEN_E2E_URL';
const dataVariable = 'HAVEN_E2E_DATA';

/** Environment variable that records how a system ended on Ctrl-C. */
const interruptedVariable = 'HAVEN_E2E_INTERRUPTED';

/** How a system ended, and its output. */
export interface Ended {
  readonly end: number | NodeJS.Signals;
  readonly output: string;
}

let own: OwnSystem | undefined;
let template: OwnSystem | undefined;
let interrupted: Ended | undefined;
const directories: string[] = [];

/**
 * Starts the demo system that most specs use, and makes the empty one from which others begin, unless HAVEN_URL (with HAVEN_DATA) names a
 * system. `database` is an empty embedded one. Returns the environment with which the specs find all that.
 */
export async function startShared(database?: string): Promise<Record<string, string>> {
  process.env['NODE_COMPILE_CACHE'] ??= inRepository('.cache/compiled');
  const tokens = await newDirectory('tokens');
  if (process.env['HAVEN_URL'])
    return environmentOf(tokens, process.env['HAVEN_URL'].replace(/\/$/, ''), process.env['HAVEN_DATA'] ?? '.haven');
  const seed = await newDirectory('seed');
  if (database) await cp(database, join(seed, 'database'), { recursive: true });
  const started = await Promise.allSettled([
    startSystem({ template: seed }).then(interrupt),
    startSystem({ template: seed, demo: true }).then((system) => void (own = system)),
  ]);
  for (const one of started) if (one.status === 'rejected') throw one.reason;
  const environment = environmentOf(tokens, own!.url, own!.dataDirectory);
  return { ...environment, [templateVariable]: template!.dataDirectory, [interruptedVariable]: JSON.stringify(interrupted) };
}

async function interrupt(system: OwnSystem): Promise<void> {
  template = system;
  interrupted = { end: await system.stop('SIGINT'), output: system.output() };
}

async function newDirectory(what: string): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), `haven-e2e-${what}-`));
  directories.push(path);
  return path;
}

const environmentOf = (tokens: string, url: string, dataDirectory: string): Record<string, string> => ({
  // Jest may already have started its workers.
  NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE']!,
  [tokensVariable]: tokens,
  [addressVariable]: url,
  [dataVariable]: dataDirectory,
});

/** Stops what {@link startShared} started. */
export async function stopShared(): Promise<void> {
  await Promise.all([own?.remove(), template?.remove(), ...directories.map((path) => rm(path, { recursive: true, force: true }))]);
}

/** The shared demo system. Specs must leave its services and beds as they found them. */
export function sharedSystem(): System {
  const url = process.env[addressVariable];
  if (!url) throw new Error('No shared system: run these specs as the Jest project "e2e".');
  return systemAt(url, process.env[dataVariable] ?? '.haven');
}

/** How the system ended that the set-up stopped with Ctrl-C. */
export const interruptedSystem = (): Ended => JSON.parse(process.env[interruptedVariable]!) as Ended;

/** Whether the specs may start their own processes, or use a system that somebody else started. */
export const ownProcesses = !process.env['HAVEN_URL'];
