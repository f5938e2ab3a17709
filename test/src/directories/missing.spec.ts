import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ownProcesses } from '../harness/shared-system.js';
import { startSystem } from '../harness/system.js';
import type { OwnSystem } from '../harness/system.js';

const describeOwn = ownProcesses ? describe : describe.skip;

const service = (id: string) => ({
  id,
  name: `Emergency Shelter ${id}`,
  status: 'active',
  organization: { id: 'o', name: 'O', description: 'd' },
  service_at_locations: [{ id: `at-${id}`, location: { id: `l-${id}`, location_type: 'physical', latitude: -17.7, longitude: 177.4 } }],
});

interface Answer {
  readonly directoryQuality: readonly { source: string; findable: number; missing: number; importedAt: string }[];
  readonly missingServices: { readonly edges: readonly { readonly node: { readonly id: string } }[] };
  readonly match: { needs: readonly { matches: readonly { service: Shown; reasons: readonly { code: string; text: string }[] }[] }[] };
}
interface Shown {
  readonly id: string;
  readonly missingSince: string | null;
}

const question = `{ directoryQuality { source findable missing importedAt } missingServices { edges { node { id } } }
  match(input: { person: { gender: WOMAN, age: 30, languages: ["en"] }, origin: { point: { latitude: -17.7, longitude: 177.4 } }, needs: [{ category: ACCOMMODATION }] }) {
    needs { matches { service { id missingSince } reasons { code text } } } } }`;

let system: OwnSystem;
let folder: string;

describeOwn('services that a newer file no longer has', () => {
  beforeAll(async () => {
    system = await startSystem();
    folder = await mkdtemp(join(tmpdir(), 'haven-missing-'));
    await load(['a', 'b']);
  }, 150_000);
  afterAll(async () => {
    await system.remove();
    await rm(folder, { recursive: true, force: true });
  }, 30_000);

  async function load(ids: readonly string[], ...options: string[]): Promise<string> {
    const file = join(folder, 'services.json');
    await writeFile(file, JSON.stringify(ids.map(service)));
    return (await system.haven('import', file, '--source', 'fiji', ...options)).stderr;
  }
  async function seen() {
    const { directoryQuality, missingServices, match } = await system.query<Answer>(question);
    const matches = match.needs[0]!.matches.map(({ service: { id, missingSince }, reasons }) => ({
      id,
      isMarked: missingSince !== null && reasons.some(({ code }) => code === 'GONE_FROM_DIRECTORY'),
    }));
    return { quality: directoryQuality[0], missing: missingServices.edges.map(({ node }) => node.id), matches };
  }

  it('stay if only some rows are imported', async () => {
    expect(await load(['a'], '--partial')).not.toContain('MISSING');
    expect(await seen()).toMatchObject({ quality: { source: 'fiji', findable: 2, missing: 0 }, missing: [] });
  });

  it('are still found, and the match says so', async () => {
    const told = await load(['a']);
    expect(told).toContain('MISSING_FROM_FILE');
    expect(told).toContain('missing: 1 of 2');
    const { quality, missing, matches } = await seen();
    expect(quality).toMatchObject({ findable: 2, missing: 1 });
    expect(missing).toEqual(['b']);
    expect([...matches].sort((one, other) => one.id.localeCompare(other.id))).toEqual([
      { id: 'a', isMarked: false },
      { id: 'b', isMarked: true },
    ]);
  });

  it('are gone when a coordinator withdraws them', async () => {
    const mutation = `mutation { resolveMissing(input: { idempotencyKey: "k", source: "fiji", decision: WITHDRAW }) {
      __typename ... on MissingResolved { resolved left } } }`;
    const { resolveMissing } = await system.query<{ resolveMissing: object }>(mutation);
    expect(resolveMissing).toEqual({ __typename: 'MissingResolved', resolved: 1, left: 0 });
    expect(await load(['a', 'b'])).not.toContain('MISSING');
    expect(await seen()).toMatchObject({ quality: { missing: 0 }, missing: [], matches: [{ id: 'a' }] });
  });
});
