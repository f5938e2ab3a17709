import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { ask } from '../harness/graphql.js';
import type { System } from '../harness/system.js';
import { holdQuery, matchQuery, releaseQuery, type Answer, type HoldAnswer, type Outcome } from './answer.js';
import { guestsOf, questionOf } from './question.js';
import type { Situation } from './situation.js';
import type { Place } from './world/place.js';
import { serviceId, type Names } from './world/to-hsds.js';

/** The system that the situations use. */
export interface World {
  readonly system: System;
  readonly places: readonly Place[];
  readonly names: Names;
}

/** The organization that helps; others hold beds before it. */
const helper = 'day-line';
const others = 'night-line';

async function send<T>({ system }: World, query: string, input: object, organization = helper): Promise<T> {
  const token = await system.token('CASEWORKER', organization);
  const answer = await ask<Record<string, T>>(system.url, { query, variables: { input }, token });
  const [result] = Object.values(answer.data ?? {});
  if (!result) throw new Error(answer.body);
  return result;
}

async function holdAt(world: World, place: string, party: readonly object[], organization = helper): Promise<HoldAnswer> {
  const input = { idempotencyKey: randomUUID(), serviceId: serviceId(world.names, place), party };
  return send<HoldAnswer>(world, holdQuery, input, organization);
}

const release = async (world: World, { id, version }: HoldAnswer, organization = helper): Promise<unknown> =>
  send(world, releaseQuery, { idempotencyKey: randomUUID(), holdId: id, expectedVersion: version }, organization);

const beforeForm = /^others hold (\d+) beds? for (women|men) at (.+)$/;

/** Carries out "others hold 2 beds for women at Lamp House"; returns what ends it. */
async function prepare(world: World, text: string): Promise<() => Promise<unknown>> {
  const [, count, who, place] = beforeForm.exec(text) ?? [];
  if (place === undefined) throw new Error(`Nothing that can come before: "${text}"`);
  const guest = { gender: who === 'women' ? 'WOMAN' : 'MAN', age: 30 };
  const party = Array.from({ length: Number(count) }, () => guest);
  const hold = await holdAt(world, place, party, others);
  if (hold.__typename !== 'Hold') throw new Error(`${text}: ${JSON.stringify(hold)}`);
  // Matching learns of it a moment later.
  await sleep(500);
  return () => release(world, hold, others);
}

async function match(world: World, situation: Situation): Promise<Pick<Outcome, 'answer' | 'wrongFields'>> {
  const { system, places, names } = world;
  const variables = { input: questionOf(situation, places, names) };
  const token = await system.token('CASEWORKER', helper);
  const { data, errors, body } = await ask<{ match: Answer }>(system.url, { query: matchQuery, variables, token });
  const wrongFields = errors.flatMap(({ extensions }) => extensions?.fields?.map(({ path }) => path) ?? []);
  if (!data && wrongFields.length === 0) throw new Error(body);
  return { answer: data?.match ?? null, wrongFields };
}

/** Asks about a situation, and tries its holds. */
export async function askSituation(world: World, situation: Situation): Promise<Outcome> {
  const ends: (() => Promise<unknown>)[] = [];
  try {
    for (const text of situation.before ?? []) ends.push(await prepare(world, text));
    const matched = await match(world, situation);
    const holds: Record<string, HoldAnswer> = {};
    for (const place of Object.keys(situation.expect.hold ?? {})) {
      const hold = await holdAt(world, place, guestsOf(situation));
      holds[place] = hold;
      if (hold.__typename === 'Hold') ends.push(() => release(world, hold));
    }
    return { ...matched, holds };
  } finally {
    for (const end of ends) await end();
  }
}
