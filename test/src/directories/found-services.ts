import type { OwnSystem } from '../harness/system.js';

const anywhere = { point: { latitude: 38.9072, longitude: -77.0369 }, maxDistanceKm: 2000 };

/** Very different people: a service that takes any of them is found. */
const people = [
  { gender: 'WOMAN', age: 32 },
  { gender: 'MAN', age: 45 },
  { gender: 'WOMAN', age: 70 },
  { gender: 'WOMAN', age: 9 },
  { gender: 'MAN', age: 16 },
].map((person) => ({ ...person, languages: ['en'] }));

interface Page {
  readonly endCursor: string | null;
  readonly matches: readonly { readonly service: { readonly id: string } }[];
}

/** Ids of all services that matches for these needs show to anybody downtown, page by page to the end. */
export async function servicesFound(system: OwnSystem, categories: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const person of people)
    for (const category of categories) for await (const id of matchesOf(system, { person, category, ...anywhere })) found.add(id);
  return found;
}

interface Question {
  readonly person: object;
  readonly category: string;
  readonly point: { readonly latitude: number; readonly longitude: number };
  readonly maxDistanceKm: number;
}

/** Ids of all matches, the best first. */
export async function* matchesOf(system: OwnSystem, { person, category, point, maxDistanceKm }: Question): AsyncGenerator<string> {
  const asked = { origin: { point }, needs: [{ category }], person, maxDistanceKm, first: 50 };
  for (let after: string | null = null, more = true; more;) {
    const page: Page = await onePage(system, after === null ? asked : { ...asked, after: [after] });
    yield* page.matches.map(({ service }) => service.id);
    after = page.endCursor;
    more = after !== null && page.matches.length === asked.first;
  }
}

async function onePage(system: OwnSystem, input: object): Promise<Page> {
  const { match } = await system.query<{ match: { needs: Page[] } }>(
    'query ($input: MatchInput!) { match(input: $input) { needs { endCursor matches { service { id } } } } }',
    { input },
  );
  return match.needs[0]!;
}
