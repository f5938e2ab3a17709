import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { mutate, withdraw } from '../bad-input/registry-operations.js';
import type { System } from '../harness/system.js';
import { problemsOf, type Place } from './world/place.js';
import { pointOf } from './world/positions.js';
import { serviceId, toHsds, type Names } from './world/to-hsds.js';
import { categoryNamed } from './words/needs.js';
import { known } from './words/phrases.js';

const doors = { closed: { open: false, closedBecause: 'REPAIRS' }, 'decides itself': { requiresAcceptance: true } } as const;

/** Imports all places; returns how to remove them. */
export async function loadPlaces(system: System, places: readonly Place[], names: Names): Promise<() => Promise<void>> {
  const problems = places.flatMap(problemsOf);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const folder = await mkdtemp(join(tmpdir(), 'haven-situations-'));
  // The process that reads it may belong to another user.
  await chmod(folder, 0o755);
  try {
    const file = join(folder, 'services.json');
    await writeFile(file, JSON.stringify(places.map((place) => toHsds(names, place))));
    await system.haven('import', file, '--source', 'haven');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  for (const place of places) if (place.door !== undefined) await setDoor(system, serviceId(names, place.name), place.door);
  const open = places.filter(({ status }) => status === undefined);
  for (const place of open) await untilHeard(system, place, serviceId(names, place.name));
  return async () => {
    for (const { name } of places) await withdraw(system, serviceId(names, name));
  };
}

async function setDoor(system: System, id: string, door: string): Promise<void> {
  const input = { serviceId: id, expectedVersion: 0, ...known<object>(doors, door) };
  const { answer, result } = await mutate(system, 'setIntake', input);
  if (result?.__typename !== 'Intake') throw new Error(answer.body);
}

const query = `query ($input: MatchInput!) { match(input: $input) { needs {
  matches { service { id } availability { total } } nearMisses { service { id } availability { total } } } } }`;
type Found = readonly { readonly service: { readonly id: string }; readonly availability: { readonly total: number } | null }[];
type Heard = { readonly match: { readonly needs: readonly { readonly matches: Found; readonly nearMisses: Found }[] } };

/** Waits until matching, asked at the door of a place, has heard of it and of its beds. */
async function untilHeard(system: System, place: Place, id: string): Promise<void> {
  const { where, offers, beds } = place;
  const needs = [{ category: categoryNamed(offers[0]!) }];
  const person = { gender: 'UNDISCLOSED', languages: ['en'] };
  // Of a confidential place only the surroundings are known.
  const maxDistanceKm = place.address === 'secret' ? 20 : 0.1;
  const input = { origin: { point: pointOf(where) }, needs, person, maxDistanceKm, first: 50 };
  for (let tries = 0; tries < 300; tries += 1) {
    const { matches, nearMisses } = (await system.query<Heard>(query, { input })).match.needs[0]!;
    const found = [...matches, ...nearMisses].find(({ service }) => service.id === id);
    if (found && (beds === undefined || found.availability !== null)) return;
    await sleep(100);
  }
  throw new Error(`Matching does not hear of ${place.name}.`);
}
