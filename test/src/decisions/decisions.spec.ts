import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importInto } from '../directories/import-report.js';
import { haven } from '../harness/command.js';
import { ownProcesses } from '../harness/shared-system.js';
import { startSystem } from '../harness/system.js';
import type { OwnSystem } from '../harness/system.js';

const describeOwn = ownProcesses ? describe : describe.skip;

const service = (id: string) => ({
  id,
  name: id,
  status: 'active',
  organization: { id: 'o', name: 'O', description: 'd' },
  attributes: [
    {
      id: `${id}-t`,
      link_entity: 'service',
      link_id: id,
      taxonomy_term: { id: 't', name: 'Zorbing', description: 'd', taxonomy: 'Theirs' },
    },
  ],
  service_at_locations: [
    {
      id: `${id}-at`,
      location: {
        id: `${id}-l`,
        location_type: 'physical',
        latitude: 0.5,
        longitude: 10.5,
        addresses: [{ id: `${id}-a`, address_type: 'physical', country: 'GA' }],
      },
    },
  ],
});

const unclear = '{ unclearTerms(source: "north") { kind name taxonomy services lacking examples { id } } }';
const decide = `mutation ($input: DecideTermInput!) { decideTerm(input: $input) { __typename
  ... on TermDecision { inForce services waiting decidedBy categories persons { groups } } ... on DecisionRefused { code refusal message } } }`;

describeOwn('a term that nobody knows', () => {
  let system: OwnSystem;
  const ids = ['a', 'b', 'c'];
  beforeAll(async () => {
    system = await startSystem();
    const folder = await mkdtemp(join(tmpdir(), 'haven-terms-'));
    await writeFile(join(folder, 'services.json'), JSON.stringify(ids.map(service)));
    await importInto(system, join(folder, 'services.json'), 'north');
    await rm(folder, { recursive: true });
  }, 150_000);
  afterAll(() => system.remove(), 30_000);

  const input = { kind: 'TERM', name: 'Zorbing', taxonomy: 'Theirs', source: 'north' };
  const found = async () => {
    const question = {
      origin: { point: { latitude: 0.5, longitude: 10.5 } },
      needs: [{ category: 'LEGAL' }],
      person: { gender: 'WOMAN', age: 30, languages: ['fr'] },
      maxDistanceKm: 50,
    };
    const { match } = await system.query<{ match: { needs: { matches: { service: { id: string }; reasons: { text: string }[] }[] }[] } }>(
      'query ($input: MatchInput!) { match(input: $input) { needs { matches { service { id } reasons { text } } } } }',
      { input: question },
    );
    return match.needs[0]!.matches;
  };
  const until = async (count: number) => {
    for (let tries = 0; tries < 100 && (await found()).length !== count; tries += 1) await new Promise((done) => setTimeout(done, 100));
    return found();
  };

  it('is listed and decided by a coordinator; its services are found from then on, with the decision as reason', async () => {
    expect(await system.query(unclear)).toEqual({
      unclearTerms: [{ kind: 'TERM', name: 'Zorbing', taxonomy: 'Theirs', services: 3, lacking: 3, examples: ids.map((id) => ({ id })) }],
    });
    expect(await found()).toEqual([]);
    const persons = { groups: ['WOMEN'] };
    const { decideTerm } = await system.query<{ decideTerm: object }>(decide, {
      input: { ...input, idempotencyKey: 'decide-1', categories: ['LEGAL'], persons },
    });
    expect(decideTerm).toMatchObject({
      __typename: 'TermDecision',
      inForce: true,
      services: 3,
      waiting: 0,
      categories: ['LEGAL'],
      persons,
    });
    const matches = await until(3);
    expect(matches.map(({ service: { id } }) => id).sort()).toEqual(ids);
    expect(matches[0]!.reasons.some(({ text }) => /Decision 1 of \d{4}-\d\d-\d\d/.test(text))).toBe(true);
    expect(await system.query('{ unclearTerms { name } }')).toEqual({ unclearTerms: [] });
  }, 60_000);

  it('can be decided and seen by nobody else', async () => {
    for (const role of ['HOTLINE', 'CASEWORKER', 'PROVIDER', 'AUDITOR'] as const) {
      await expect(system.query(unclear, {}, role)).rejects.toThrow();
      await expect(system.query(decide, { input: { ...input, idempotencyKey: 'k', categories: [] } }, role)).rejects.toThrow();
    }
  });

  it('can be withdrawn at the terminal, which lists the term again', async () => {
    const env = { HAVEN_DATA: system.dataDirectory };
    await haven(['review', 'term', 'Zorbing', '--taxonomy', 'Theirs', '--source', 'north', '--withdraw'], { env });
    expect(await until(0)).toEqual([]);
    expect(JSON.stringify(await haven(['review', 'list'], { env }))).toContain('Zorbing');
    const { termDecisions } = await system.query<{ termDecisions: { edges: { node: object }[] } }>(
      '{ termDecisions { edges { node { inForce withdrawn decidedBy } } } }',
    );
    expect(termDecisions.edges.map(({ node }) => node)).toEqual([
      { inForce: false, withdrawn: true, decidedBy: expect.stringContaining('terminal ') },
      { inForce: false, withdrawn: false, decidedBy: expect.any(String) },
    ]);
  }, 60_000);
});
