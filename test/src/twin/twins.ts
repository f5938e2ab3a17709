import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask } from '../harness/graphql.js';
import { startSystem } from '../harness/system.js';
import type { OwnSystem, StartOptions } from '../harness/system.js';
import type { Role } from '../harness/tokens.js';
import { masksOf } from './masked.js';
import type { Masks } from './masked.js';
import { wholeDocument } from './operations.js';
import type { OperationKind } from './operations.js';
import type { WorldName } from './twin-places.js';

/** One of two worlds. */
export interface World {
  readonly name: WorldName;
  readonly system: OwnSystem;
  readonly masks: Masks;
  /** For files of this test. */
  readonly directory: string;
}

/** An output that is not the same in both worlds. */
export interface Difference {
  readonly what: string;
  readonly first: string;
  readonly second: string;
  /** The whole output of both. */
  readonly texts: readonly [string, string];
}

/** Two worlds, and their differences. */
export interface Twins {
  readonly worlds: readonly [World, World];
  readonly differences: Difference[];
}

/** Starts both on copies of the same directory, so that everything that depends on a key (the order of equals, a cursor) is the same. */
export async function startTwins(options: StartOptions): Promise<Twins> {
  const start = async (name: WorldName): Promise<World> => {
    const system = await startSystem({ ...options, env: { HAVEN_LOG: 'debug', ...options.env } });
    return { name, system, masks: masksOf(), directory: await mkdtemp(join(tmpdir(), `haven-twin-${name}-`)) };
  };
  return { worlds: await Promise.all([start('first'), start('second')]), differences: [] };
}

/** Makes an empty system from which others begin, and stops it; returns its data directory. */
export async function emptyDirectory(options: StartOptions): Promise<string> {
  const system = await startSystem(options);
  const directory = await mkdtemp(join(tmpdir(), 'haven-twin-empty-'));
  await system.stop();
  await cp(system.dataDirectory, directory, { recursive: true });
  await system.remove();
  return directory;
}

/** Ends both at once, without tidying up. */
export async function endTwins({ worlds }: Twins): Promise<void> {
  await Promise.all(
    worlds.map(async ({ system, directory }) => {
      await system.kill();
      await system.remove();
      await rm(directory, { recursive: true, force: true });
    }),
  );
}

/** Does the same in both worlds. */
export const inBoth = <T>({ worlds }: Twins, act: (world: World) => Promise<T>): Promise<readonly [T, T]> =>
  Promise.all([act(worlds[0]), act(worlds[1])]);

/** Reads from both worlds and notes a difference. */
export async function compare(twins: Twins, what: string, look: (world: World) => Promise<string>): Promise<void> {
  const [one, other] = await inBoth(twins, async (world) => world.masks.masked(await look(world)));
  if (one !== other) note(twins, what, one, other);
}

/** Notes a difference, with some text before it. */
export function note({ differences }: Twins, what: string, one: string, other: string): void {
  let at = 0;
  while (one[at] === other[at]) at += 1;
  const part = (text: string) => text.slice(Math.max(0, at - 300), at + 300);
  differences.push({ what, first: part(one), second: part(other), texts: [one, other] });
}

/** A question to the graph. */
export interface Asked {
  readonly kind: OperationKind;
  readonly name: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly role?: Role;
  readonly organization?: string;
  /** Fields that are left out. */
  readonly without?: readonly string[];
}

/** An answer with everything that a caller can see of it. */
export interface Seen {
  readonly text: string;
  readonly body: string;
  readonly isError: boolean;
}

/** Asks for every field of the answer, and learns the ids in it. */
export async function see(world: World, { kind, name, variables, role = 'COORDINATOR', organization, without = [] }: Asked): Promise<Seen> {
  const token = await world.system.token(role, organization);
  const answer = await ask<object>(world.system.url, { query: wholeDocument(kind, name, without), variables, token });
  world.masks.learn(answer.body);
  const text = `${answer.body}\n\n${answer.status}\n${headersOf(answer.headers)}`;
  return { text, body: answer.body, isError: answer.errors.length > 0 };
}

/** All headers except the date. */
export const headersOf = (headers: Headers): string =>
  [...headers]
    .filter(([name]) => name !== 'date')
    .map(([name, value]) => `${name}: ${value}`)
    .sort()
    .join('\n');
