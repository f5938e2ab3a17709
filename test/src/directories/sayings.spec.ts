import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mutate, type Sender } from '../bad-input/registry-operations.js';
import { ask } from '../harness/graphql.js';
import { ownProcesses } from '../harness/shared-system.js';
import { startSystem } from '../harness/system.js';
import type { OwnSystem } from '../harness/system.js';

const describeOwn = ownProcesses ? describe : describe.skip;

const sayings = ['Girls only.', 'Women only.', 'Men only.', 'Over 18.'];
const rows = (line: (saying: string, id: number) => string) => sayings.map((saying, n) => line(saying, n + 1)).join('\n');

/** Four shelters at one place, each with its own eligibility text. */
const tables: Readonly<Record<string, string>> = {
  'organizations.csv': 'id,name,description\n1,Council,d\n',
  'services.csv': `id,organization_id,name,description,status,eligibility_description\n${rows((saying, id) => `${id},1,"Emergency Shelter ${saying}",Provides emergency shelter,active,"${saying}"`)}\n`,
  'locations.csv': `id,organization_id,name,location_type,latitude,longitude\n${rows((_, id) => `${id},1,House ${id},physical,53.4,-2.2`)}\n`,
  'services_at_location.csv': `id,service_id,location_id\n${rows((_, id) => `${id},${id},${id}`)}\n`,
};

type Who = readonly [gender: string, age: number];
interface Found {
  readonly service: { readonly id: string; readonly name: string };
  readonly reasons: readonly { readonly code: string; readonly text: string }[];
}

describeOwn('sayings of a directory', () => {
  let system: OwnSystem;
  const staff: Sender = { role: 'PROVIDER', organization: '1' };

  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'haven-sayings-'));
    for (const [file, text] of Object.entries(tables)) await writeFile(join(folder, file), text);
    system = await startSystem();
    await system.haven('import', folder);
    await rm(folder, { recursive: true });
    for (const n of sayings.keys()) await mutate(system, 'defineBedPool', { serviceId: String(n + 1), name: 'Beds', total: 9 }, staff);
  }, 150_000);

  afterAll(() => system.remove(), 30_000);

  const match = async ([gender, age]: Who): Promise<Found[]> => {
    const input = {
      origin: { point: { latitude: 53.4, longitude: -2.2 } },
      needs: [{ category: 'ACCOMMODATION' }],
      person: { gender, age, languages: ['en'] },
      first: 50,
    };
    const { match: answer } = await system.query<{ match: { needs: { matches: Found[] }[] } }>(
      'query ($input: MatchInput!) { match(input: $input) { needs { matches { service { id name } reasons { code text } } } } }',
      { input },
    );
    return answer.needs[0]!.matches;
  };

  /** By text: whether the shelter surely takes them, must be asked, or is no match. */
  const answers = async (who: Who): Promise<string[]> => {
    const found = await match(who);
    return sayings.map((saying) => {
      const codes = found.find(({ service }) => service.name.endsWith(saying))?.reasons.map(({ code }) => code);
      return codes === undefined ? 'no' : codes.includes('ASK_PERSONS') ? 'ask' : 'sure';
    });
  };

  it.each<[string, Who, string[]]>([
    ['a woman of 30', ['WOMAN', 30], ['ask', 'sure', 'no', 'sure']],
    ['a girl of 15', ['WOMAN', 15], ['sure', 'ask', 'no', 'no']],
    ['a woman of 18', ['WOMAN', 18], ['ask', 'sure', 'no', 'ask']],
    ['a trans woman', ['TRANS_WOMAN', 30], ['ask', 'ask', 'no', 'sure']],
    ['a person who is neither', ['NON_BINARY', 30], ['ask', 'ask', 'ask', 'sure']],
    ['a man of 40', ['MAN', 40], ['no', 'no', 'sure', 'sure']],
    ['a boy of 6', ['MAN', 6], ['no', 'no', 'ask', 'no']],
  ])('%s', async (_, who, expected) => expect(await answers(who)).toEqual(expected), 30_000);

  it('mark in the rule the people whom they leave open', async () => {
    const { service } = await system.query<{ service: { admission: object } }>(
      '{ service(id: "1") { admission { persons { genders minimumAge maximumAge accompaniedOnly asked } } } }',
    );
    expect(service.admission).toEqual({
      persons: [
        { genders: ['WOMAN'], minimumAge: null, maximumAge: 17, accompaniedOnly: false, asked: null },
        { genders: ['WOMAN', 'TRANS_WOMAN', 'NON_BINARY'], minimumAge: null, maximumAge: null, accompaniedOnly: false, asked: true },
      ],
    });
  });

  it('allow a hold for people whom they leave open, with a question, and none for people whom they refuse', async () => {
    const hold = async ([gender, age]: Who) => {
      const token = await system.token('CASEWORKER', 'day-line');
      const query = `mutation ($input: HoldBedsInput!) { holdBeds(input: $input) {
        __typename ... on Hold { asks { code text } } ... on NotAdmitted { reasons { code } } } }`;
      const input = { idempotencyKey: `${gender}-of-${age}`, serviceId: '1', party: [{ gender, age }] };
      return (await ask<{ holdBeds: object }>(system.url, { query, variables: { input }, token })).data?.holdBeds;
    };
    const asked = { code: 'ASK_PERSONS', text: expect.stringMatching(/^Ask whether they take everyone here/) };
    expect(await hold(['WOMAN', 30])).toEqual({ __typename: 'Hold', asks: expect.arrayContaining([asked]) });
    expect(await hold(['WOMAN', 15])).toEqual({ __typename: 'Hold', asks: expect.not.arrayContaining([asked]) });
    expect(await hold(['MAN', 40])).toEqual({ __typename: 'NotAdmitted', reasons: [{ code: 'NOT_ADMITTED_PERSONS' }] });
  }, 30_000);
});
