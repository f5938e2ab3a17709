import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { inRepository } from '../harness/repository.js';
import { startSystem } from '../harness/system.js';
import type { OwnSystem } from '../harness/system.js';
import { matchesOf } from './found-services.js';
import { importInto } from './import-report.js';
import type { ImportReport } from './import-report.js';
import { type TermedRow, washingtonTerms } from './washington-terms.js';

const realDirectory = inRepository('..', 'shared', 'real');
const describeReal = existsSync(realDirectory) ? describe : describe.skip;
const downtown = { latitude: 38.9072, longitude: -77.0369 };

interface Shown {
  readonly id: string;
  readonly name: string;
  readonly categories: readonly string[];
  readonly locations: readonly { readonly latitude: number; readonly longitude: number }[];
}
interface Found {
  readonly service: Shown;
  readonly reasons: readonly { readonly code: string; readonly text: string }[];
}

/** The judgements on the sample: who made them, and why. */
interface Judgement {
  readonly service: string;
  readonly category: string;
  readonly right: 'yes' | 'no';
  readonly reason: string;
}

describeReal('what the terms of real directories become', () => {
  let system: OwnSystem;
  let rows: readonly TermedRow[];
  const reports = new Map<string, ImportReport>();

  beforeAll(async () => {
    system = await startSystem();
    for (const name of ['washington-dc', 'illinois']) reports.set(name, await importInto(system, join(realDirectory, name), name));
    rows = await washingtonTerms(join(realDirectory, 'washington-dc'));
  }, 400_000);

  afterAll(async () => {
    await system.remove();
  }, 30_000);

  const isMatch = async (id: string, category: string, point: Shown['locations'][number]): Promise<boolean> => {
    const survivor = { gender: 'WOMAN', age: 32, languages: ['en'] };
    for await (const match of matchesOf(system, { person: survivor, category, point, maxDistanceKm: 100 })) if (match === id) return true;
    return false;
  };

  const without = (name: string): ReadonlySet<string> =>
    new Set(reports.get(name)!.lines.flatMap(({ code, id }) => (code === 'CATEGORY_UNKNOWN' ? [id!] : [])));

  const match = async (person: object, category: string, point = downtown, first = 50): Promise<readonly Found[]> => {
    const input = { origin: { point }, needs: [{ category }], person: { languages: ['en'], ...person }, maxDistanceKm: 100, first };
    const { match: answer } = await system.query<{ match: { needs: { matches: Found[] }[] } }>(
      `query ($input: MatchInput!) { match(input: $input) { needs { matches {
        service { id name categories locations { latitude longitude } } reasons { code text } } } } }`,
      { input },
    );
    return answer.needs[0]!.matches;
  };
  const idsOf = (found: readonly Found[]): readonly string[] => found.map(({ service }) => service.id);

  it('gives nearly every service a category', () => {
    expect(rows).toHaveLength(1658);
    expect(without('washington-dc').size).toBeLessThan(0.1 * rows.length);
    expect(without('illinois').size).toBeLessThan(0.02 * 429);
  });

  it('finds legal aid in a directory of nothing else', () => {
    const assigned = reports.get('illinois')!.lines.flatMap(({ code, message }) => (code === 'CATEGORY_ASSIGNED' ? [message] : []));
    expect(assigned.filter((message) => message.includes('LEGAL')).length).toBeGreaterThan(0.97 * 429);
    expect(assigned.filter((message) => /ACCOMMODATION|MEDICAL/.test(message))).toEqual([]);
  });

  it('sends a man to no house for women, and names the term that means women', async () => {
    const [woman, man] = [
      await match({ gender: 'WOMAN', age: 32 }, 'ACCOMMODATION'),
      await match({ gender: 'MAN', age: 45 }, 'ACCOMMODATION'),
    ];
    const forWomen = new Set(rows.filter(({ isForWomenOnly }) => isForWomenOnly).map(({ id }) => id));
    expect(forWomen.size).toBeGreaterThan(15);
    expect(man.slice(0, 10).filter(({ service }) => forWomen.has(service.id))).toEqual([]);
    expect(idsOf(woman).filter((id) => forWomen.has(id)).length).toBeGreaterThan(5);
    expect(idsOf(man).slice(0, 10)).not.toEqual(idsOf(woman).slice(0, 10));
    const texts = woman.flatMap(({ reasons }) => reasons.map(({ text }) => text));
    expect(texts.some((text) => text.includes('They take women') && text.includes('Women/Girls (Open Eligibility)'))).toBe(true);
  }, 60_000);

  it('keeps all services whose terms or text name trafficking for a survivor', async () => {
    const named = rows.filter(({ namesTrafficking }) => namesTrafficking);
    expect(named.length).toBeGreaterThan(10);
    const lost: string[] = [];
    for (const { id, name } of named) {
      const { service } = await system.query<{ service: Shown }>(
        'query ($id: ID!) { service(id: $id) { id name categories locations { latitude longitude } } }',
        { id },
      );
      const [place] = service.locations;
      // A service without a position is found by its area, not by its position.
      const [category] = service.categories;
      if (!category || (place && !(await isMatch(id, category, place)))) lost.push(name);
    }
    expect(lost).toEqual([]);
  }, 120_000);

  it('is right in a blind sample, by the judgement of a person', async () => {
    const judged = parse(readFileSync(inRepository('test', 'src', 'directories', 'washington-sample.csv')), {
      columns: true,
    }) as Judgement[];
    const verdicts = new Map(judged.map((one) => [`${one.service} ${one.category}`, one]));
    const pairs = await allPairs();
    const order = (pair: string) => createHash('sha256').update(`sixty of Washington, judged: ${pair}`).digest('hex');
    const sample = pairs
      .map((pair) => [order(pair), pair] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .slice(0, 60)
      .map(([, pair]) => pair);
    // If you change a crosswalk, judge its effect on the sample.
    expect(sample.filter((pair) => !verdicts.has(pair))).toEqual([]);
    expect(sample.filter((pair) => verdicts.get(pair)!.right !== 'yes').length).toBeLessThanOrEqual(4);
    for (const { right, reason } of judged) expect([['yes', 'no'].includes(right), reason.length > 10]).toEqual([true, true]);
  }, 120_000);

  /** Each service of Washington with each of its categories. */
  async function allPairs(): Promise<readonly string[]> {
    const pairs: string[] = [];
    const known = new Set(rows.map(({ id }) => id));
    for (let after: string | null = null, more = true; more;) {
      const { services }: { services: ServicePage } = await system.query(
        'query ($after: String) { services(first: 50, after: $after) { edges { node { id categories } } pageInfo { hasNextPage endCursor } } }',
        { after },
      );
      pairs.push(
        ...services.edges.flatMap(({ node: { id, categories } }) =>
          known.has(id) ? categories.map((category) => `${id} ${category}`) : [],
        ),
      );
      [after, more] = [services.pageInfo.endCursor, services.pageInfo.hasNextPage];
    }
    return pairs;
  }
});

interface ServicePage {
  readonly edges: readonly { readonly node: Pick<Shown, 'id' | 'categories'> }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
