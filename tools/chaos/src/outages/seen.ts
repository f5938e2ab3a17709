import type { System } from '@haven/test/harness/system';
import { origin } from './shelters.js';

/** A shelter in a match. */
export interface SeenShelter {
  readonly service: { readonly id: string; readonly name: string };
  readonly availability: {
    readonly free: number;
    readonly freshness: string;
    readonly confirmedAt: string;
    readonly sequence: number;
    readonly pools: readonly { readonly version: number; readonly occupied: number }[];
  } | null;
}

/** What a caller on the phone would be told. */
export interface Seen {
  readonly asOf: string;
  readonly shelters: ReadonlyMap<string, SeenShelter>;
}

interface Report {
  readonly match: { readonly asOf: string; readonly needs: readonly { readonly matches: readonly SeenShelter[] }[] };
}

const query = `query ($input: MatchInput!) { match(input: $input) { asOf needs { matches {
  service { id name } availability { free freshness confirmedAt sequence pools { version occupied } } } } } }`;

const input = {
  origin: { point: origin },
  person: { gender: 'WOMAN', age: 30, languages: ['en'] },
  needs: [{ category: 'ACCOMMODATION' }],
  first: 50,
};

/** Asks for a bed at the position of the shelters. */
export async function lookForBeds(system: System): Promise<Seen> {
  const { match } = await system.query<Report>(query, { input }, 'HOTLINE');
  return { asOf: match.asOf, shelters: new Map(match.needs[0]!.matches.map((shelter) => [shelter.service.id, shelter])) };
}
