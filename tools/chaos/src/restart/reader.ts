import { setTimeout as sleep } from 'node:timers/promises';
import type { System } from '@haven/test/harness/system';
import { origin, type Shelter } from '../outages/shelters.js';
import { askPatiently, complaintOf, isAnswered, type RetryPolicy } from './policy.js';

/** The results of a reader. */
export interface Reading {
  readonly answered: number;
  /** Questions that needed more than one attempt. */
  readonly retried: number;
  readonly longestMilliseconds: number;
  readonly failures: readonly string[];
}

/** A client who asks one question after the other. */
export interface Reader {
  soFar(): Reading;
  stop(): Promise<Reading>;
}

const everyMilliseconds = 150;

/** A question for each of the services, and one for two of them. */
const queries = [
  `query { match(input: { origin: { point: { latitude: ${origin.latitude}, longitude: ${origin.longitude} } },
    person: { gender: WOMAN, languages: ["en"] }, needs: [{ category: ACCOMMODATION }] }) { needs { matches { service { id name } } } } }`,
  'query ($id: ID!) { bedPools(serviceId: $id) { free version } }',
  'query ($id: ID!) { service(id: $id) { name } }',
  'query ($id: ID!) { service(id: $id) { name } bedPools(serviceId: $id) { free } }',
];

/** Begins to ask. */
export function startReader(system: System, shelters: readonly Shelter[], policy: RetryPolicy): Reader {
  const stopping = new AbortController();
  const failures: string[] = [];
  const reading = { answered: 0, retried: 0, longestMilliseconds: 0, failures };
  const askOne = async (turn: number) => {
    const query = queries[turn % queries.length]!;
    const variables = query.includes('$id') ? { id: shelters[turn % shelters.length]!.serviceId } : {};
    const asked = await askPatiently(system.url, { query, variables, token: await system.token('COORDINATOR') }, policy);
    if (!isAnswered(asked)) return void failures.push(complaintOf(asked));
    reading.answered += 1;
    reading.retried += asked.tries > 1 ? 1 : 0;
    reading.longestMilliseconds = Math.max(reading.longestMilliseconds, asked.milliseconds);
  };
  const running = (async () => {
    for (let turn = 0; !stopping.signal.aborted; turn++) {
      await askOne(turn);
      await sleep(everyMilliseconds, null, { signal: stopping.signal }).catch(() => null);
    }
  })();
  return {
    soFar: () => ({ ...reading }),
    stop: async () => {
      stopping.abort();
      await running;
      return reading;
    },
  };
}
