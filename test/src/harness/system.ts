import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { haven } from './command.js';
import type { CommandResult } from './command.js';
import { freePort } from './free-port.js';
import { ask } from './graphql.js';
import { spawnServer, untilReady } from './server-process.js';
import type { ServerProcess, SpawnOptions } from './server-process.js';
import { tokensOf } from './tokens.js';
import type { Role, TokenOf } from './tokens.js';

const readyMilliseconds = 180_000;

/** The ways in which a test uses a system, wherever it runs. */
export interface System {
  readonly url: string;
  readonly dataDirectory: string;
  readonly token: TokenOf;
  /** Sends a query as a role (default coordinator) and returns `data`; any GraphQL error fails the test. */
  query<T>(query: string, variables?: Readonly<Record<string, unknown>>, role?: Role): Promise<T>;
  /** Runs the `haven` command on this system; it must exit with 0. */
  haven(...args: string[]): Promise<CommandResult>;
}

/** A system of this spec, which can be stopped. */
export interface OwnSystem extends System {
  pid(): number;
  output(): string;
  running(): boolean;
  ended: ServerProcess['ended'];
  stop: ServerProcess['stop'];
  kill(): Promise<void>;
  /** Starts it again on the same data, on the same port. */
  restart(): Promise<void>;
  /** Stops it with SIGTERM, and removes its data. */
  remove(): Promise<void>;
}

/** The system at an address. */
export function systemAt(url: string, dataDirectory: string): System {
  const env = { HAVEN_DATA: dataDirectory };
  const token = tokensOf(env);
  return {
    url,
    dataDirectory,
    token,
    haven: (...args) => haven(args, { env }),
    query: async <T>(query: string, variables?: Readonly<Record<string, unknown>>, role: Role = 'COORDINATOR') => {
      const answer = await ask<T>(url, { query, variables: variables ?? {}, token: await token(role) });
      if (answer.errors.length > 0 || !answer.data) throw new Error(`Status ${answer.status}: ${answer.body.slice(0, 2_000)}`);
      return answer.data;
    },
  };
}

/** Environment variable with the data directory of an empty, stopped system. */
export const templateVariable = 'HAVEN_E2E_TEMPLATE';

/** Options for starting a system. */
export interface StartOptions extends SpawnOptions {
  readonly demo?: boolean;
  /** Data directory to copy at the start; default: that of {@link templateVariable}. */
  readonly template?: string;
  /** Environment for its process, added to ours. */
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Starts a system on its own directory and waits until it is ready. It starts from a copy of the template if there is one: that is faster,
 * and all such systems have the same keys.
 */
export async function startSystem({ demo = false, env = {}, template, ...options }: StartOptions = {}): Promise<OwnSystem> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'haven-e2e-'));
  const begunWith = template ?? process.env[templateVariable];
  if (begunWith) await cp(begunWith, dataDirectory, { recursive: true });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const serverEnv = { PORT: String(port), HAVEN_DATA: dataDirectory, HAVEN_DEMO: String(demo), ...env };
  let server: ServerProcess;
  const start = async () => {
    server = spawnServer(serverEnv, options);
    await untilReady(url, server, readyMilliseconds).catch(async (problem: unknown) => {
      await server.kill();
      throw problem;
    });
  };
  await start().catch(async (problem: unknown) => {
    await rm(dataDirectory, { recursive: true, force: true });
    throw problem;
  });
  return {
    ...systemAt(url, dataDirectory),
    pid: () => server.pid,
    output: () => server.output(),
    running: () => server.running(),
    ended: (limit) => server.ended(limit),
    stop: (signal) => server.stop(signal),
    kill: () => server.kill(),
    restart: start,
    remove: async () => {
      const end = server.running() ? await server.stop() : 0;
      await rm(dataDirectory, { recursive: true, force: true });
      if (end !== 0) throw new Error(`It did not stop in order on SIGTERM, but with ${end}:\n${server.output()}`);
    },
  };
}
