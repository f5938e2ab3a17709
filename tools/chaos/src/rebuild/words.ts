import type { System } from '@haven/test/harness/system';
import { origin, type Entry } from '../outages/shelters.js';

/** Data about a shelter, as a service gives it. */
export interface Words {
  readonly name: string;
  readonly version: number;
  readonly pools: readonly { readonly id: string; readonly occupied: number; readonly version: number }[];
}

const pools = '{ id occupied version }';

/** The data of registry and capacity about these shelters, in their order. */
export async function ownWords(system: System, shelters: readonly Entry[]): Promise<Words[]> {
  const query = `query ($id: ID!) { service(id: $id) { name version } bedPools(serviceId: $id) ${pools} }`;
  return Promise.all(
    shelters.map(async ({ serviceId }) => {
      const { service, bedPools } = await system.query<{ service: Omit<Words, 'pools'>; bedPools: Words['pools'] }>(query, {
        id: serviceId,
      });
      return { ...service, pools: bedPools };
    }),
  );
}

interface Matched {
  readonly match: {
    readonly needs: readonly {
      readonly matches: readonly {
        readonly service: { readonly id: string; readonly name: string; readonly version: number };
        readonly availability: Pick<Words, 'pools'> | null;
      }[];
    }[];
  };
}

/** The data of a match about them. */
export async function matchedWords(system: System, shelters: readonly Entry[]): Promise<(Words | null)[]> {
  const query = `query ($input: MatchInput!) { match(input: $input) { needs { matches {
    service { id name version } availability { pools ${pools} } } } } }`;
  const person = { gender: 'WOMAN', age: 31, languages: ['en'] };
  const input = { origin: { point: origin }, needs: [{ category: 'ACCOMMODATION' }], person, first: 50 };
  const { match } = await system.query<Matched>(query, { input });
  return shelters.map(({ serviceId }) => {
    const found = match.needs[0]!.matches.find(({ service }) => service.id === serviceId);
    if (!found) return null;
    const { name, version } = found.service;
    return { name, version, pools: found.availability?.pools ?? [] };
  });
}
