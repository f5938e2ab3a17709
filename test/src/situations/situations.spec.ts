import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sharedSystem } from '../harness/shared-system.js';
import type { Outcome } from './answer.js';
import { askSituation, type World } from './ask-situation.js';
import { differences, readAloud } from './compare.js';
import { loadPlaces } from './load.js';
import { readPlaces, readSituations } from './read-files.js';
import { problemsOf, type Situation } from './situation.js';
import { wronglyExpecting } from './wrong.js';

const least = 80;
const situations = readSituations();
const outcomes = new Map<Situation, Outcome>();

let world: World;
let withdraw: (() => Promise<void>) | undefined;

beforeAll(async () => {
  const system = sharedSystem();
  const names = { run: randomUUID().slice(0, 8) };
  const places = readPlaces();
  withdraw = await loadPlaces(system, places, names);
  world = { system, places, names };
}, 120_000);

afterAll(() => withdraw?.(), 120_000);

/** Others may be changing beds, and matching follows a moment later. */
async function lasting(situation: Situation): Promise<readonly string[]> {
  for (let tries = 0; ; tries += 1) {
    const outcome = await askSituation(world, situation);
    outcomes.set(situation, outcome);
    const found = differences(situation, outcome);
    if (found.length === 0 || tries === 2) return found;
    await sleep(1_000);
  }
}

describe('situations', () => {
  it.each(situations.map((situation) => [situation.title, situation] as const))('%s', async (title, situation) => {
    const found = await lasting(situation);
    if (found.length === 0) return;
    const told = [title, ...found.map((line) => `- ${line}`), readAloud(outcomes.get(situation)!), `Why: ${situation.because}`];
    throw new Error(told.join('\n'));
  });

  it('each give people, place, expectation, reason and source', () => {
    expect(situations.flatMap(problemsOf)).toEqual([]);
    const titles = situations.map(({ title }) => title);
    expect(titles.filter((title, n) => titles.indexOf(title) !== n)).toEqual([]);
    expect(situations.length).toBeGreaterThanOrEqual(least);
  });

  it('notice each wrong expectation', () => {
    const tried = situations.flatMap((situation) => {
      const outcome = outcomes.get(situation)!;
      return wronglyExpecting(situation, outcome).map(([kind, wrong]) => ({ kind, wrong, outcome }));
    });
    const unnoticed = tried.filter(({ wrong, outcome }) => differences(wrong, outcome).length === 0);
    expect(unnoticed.map(({ kind, wrong }) => `${wrong.title}: ${kind}`)).toEqual([]);
  });
});
