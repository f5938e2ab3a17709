import { setTimeout as sleep } from 'node:timers/promises';
import type { Point } from '../reference/contract-types.js';
import type { System } from '../harness/system.js';

const anybody = { gender: 'UNDISCLOSED', languages: ['en'] };
const query = 'query ($input: MatchInput!) { match(input: $input) { needs { matches { service { id } availability { free } } } } }';
type Answer = { match: { needs: { matches: { service: { id: string }; availability: { free: number } | null }[] }[] } };

/** Waits until matching has the services of a category, and their beds if they have any. */
export async function untilFound(system: System, point: Point, category: string, ids: readonly string[]): Promise<void> {
  const { latitude, longitude } = point;
  const input = { origin: { point: { latitude, longitude } }, needs: [{ category }], person: anybody, first: 50 };
  for (let tries = 0; tries < 300; tries += 1) {
    const { matches } = (await system.query<Answer>(query, { input })).match.needs[0]!;
    const found = matches
      .filter(({ availability }) => category !== 'ACCOMMODATION' || availability !== null)
      .map(({ service }) => service.id);
    if (ids.every((id) => found.includes(id))) return;
    await sleep(100);
  }
  throw new Error(`Matching does not find all of ${ids.join(', ')}`);
}
