import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ownProcesses } from '../harness/shared-system.js';
import { startSystem } from '../harness/system.js';
import type { OwnSystem } from '../harness/system.js';
import { importInto } from './import-report.js';
import type { ImportReport } from './import-report.js';

const describeOwn = ownProcesses ? describe : describe.skip;

const attribute = (owner: string, code: string, value: string) => ({
  id: `${owner} ${code} ${value}`,
  value,
  taxonomy_term: { id: code, code, name: code, description: 'd' },
});
const interpreter = (owner: string, about: Readonly<Record<string, string>>) =>
  Object.entries(about).map(([code, value]) => attribute(owner, `haven:interpreter.${code}`, value));

/** A service in Mae Sot. */
const service = (
  id: string,
  category: string,
  codes: readonly string[],
  more: object = {},
  about: Readonly<Record<string, string>> = {},
) => ({
  ...{ id, name: id, status: 'active', description: 'd' },
  organization: { id: `o ${id}`, name: `o ${id}`, description: 'd' },
  languages: codes.map((code) => ({ id: `${id} ${code}`, code })),
  attributes: [attribute(id, 'haven:category', category), ...interpreter(id, about)],
  service_at_locations: [
    {
      id: `at ${id}`,
      location: {
        ...{ id: `l ${id}`, location_type: 'physical', latitude: 16.7, longitude: 98.57 },
        addresses: [{ id: `a ${id}`, address_type: 'physical', country: 'TH', city: 'Mae Sot' }],
      },
    },
  ],
  ...more,
});

const directory = [
  service('women', 'INTERPRETATION', ['my', 'ksw'], {}, { gender: 'WOMAN', by: 'PHONE', 'from-community': 'false' }),
  service('men', 'INTERPRETATION', ['my'], {}, { gender: 'MAN', by: 'THERE' }),
  service('silent', 'INTERPRETATION', ['my', 'th']),
  service('signs', 'INTERPRETATION', ['th', 'tsq']),
  service('others', 'INTERPRETATION', ['th']),
  service(
    'house',
    'MEDICAL',
    ['th'],
    { interpretation_services: 'Burmese interpreters on site', eligibility_description: 'Women aged 16 and over' },
    { gender: 'WOMAN' },
  ),
  service('line', 'MEDICAL', ['th'], {
    interpretation_services: 'Language line',
    phones: [{ id: 'phone', number: '+66 1', type: 'hotline', languages: [{ id: 'phone th', code: 'th' }] }],
    schedules: [{ id: 'calls', freq: 'WEEKLY', byday: 'MO', opens_at: '09:00', closes_at: '17:00', attending_type: 'Phone' }],
  }),
  service('on request', 'LEGAL', ['th'], {
    languages: [
      { id: 'on request th', code: 'th' },
      { id: 'others', name: 'Interpreter on request' },
    ],
  }),
  service('dari', 'MEDICAL', ['fa-AF'], { interpretation_services: 'Ask at the gate' }),
];

interface Found {
  readonly service: { readonly name: string };
  readonly languageFit: string;
  readonly reasons: readonly { readonly code: string; readonly text: string }[];
}

describeOwn('interpreters of a directory', () => {
  let system: OwnSystem;
  let report: ImportReport;
  beforeAll(async () => {
    system = await startSystem();
    const folder = await mkdtemp(join(tmpdir(), 'haven-interpreters-'));
    await writeFile(join(folder, 'services.json'), JSON.stringify(directory));
    report = await importInto(system, join(folder, 'services.json'));
    await rm(folder, { recursive: true });
  }, 150_000);
  afterAll(() => system.remove(), 30_000);

  async function found(category: string, languages: readonly string[], interpreter?: object): Promise<Map<string, Found>> {
    const input = {
      origin: { point: { latitude: 16.7, longitude: 98.57 } },
      needs: [{ category, ...(interpreter && { interpreter }) }],
      person: { gender: 'WOMAN', age: 30, languages },
    };
    const { match } = await system.query<{ match: { needs: { matches: Found[] }[] } }>(
      'query ($input: MatchInput!) { match(input: $input) { needs { matches { service { name } languageFit reasons { code text } } } } }',
      { input },
    );
    return new Map(match.needs[0]!.matches.map((one) => [one.service.name, one]));
  }
  const namesOf = (matches: Map<string, Found>) => [...matches.keys()].sort();
  const says = (one: Found | undefined, code: string) => one?.reasons.find((reason) => reason.code === code)?.text;

  it('interpret the first language of the person, or the requested one', async () => {
    expect(namesOf(await found('INTERPRETATION', ['my', 'th']))).toEqual(['men', 'silent', 'women']);
    expect(namesOf(await found('INTERPRETATION', ['th'], { language: 'ksw' }))).toEqual(['women']);
    expect(says((await found('INTERPRETATION', ['my'])).get('silent'), 'INTERPRETS')).toBe('They interpret Burmese.');
  });

  it('sign if somebody signs', async () => expect(namesOf(await found('INTERPRETATION', ['tsq', 'th']))).toEqual(['signs']));

  it('are described in one sentence, in the language of the caller', async () => {
    const input = {
      origin: { point: { latitude: 16.7, longitude: 98.57 } },
      needs: [{ category: 'MEDICAL' }],
      person: { gender: 'WOMAN', age: 30, languages: ['my'] },
    };
    const { match } = await system.query<{ match: { needs: { matches: Record<string, string | null>[] }[] } }>(
      'query ($input: MatchInput!) { match(input: $input) { needs { matches { interpretation thai: interpretation(locale: "th") eligibility } } } }',
      { input },
    );
    expect(match.needs[0]!.matches).toEqual([
      {
        interpretation: 'They have an interpreter for Burmese there: tell them in advance that one is needed.',
        thai: 'ที่นั่นมีล่ามภาษาพม่า: โปรดแจ้งล่วงหน้าว่าต้องการล่าม',
        eligibility: 'They take women from 16.',
      },
      {
        interpretation: 'Somebody interprets Burmese for them by phone: ask for that when you call.',
        thai: 'มีล่ามภาษาพม่าทางโทรศัพท์: โปรดขอล่ามเมื่อโทรไป',
        eligibility: null,
      },
      {
        interpretation: 'They speak none of the languages asked for: arrange an interpreter.',
        thai: 'เจ้าหน้าที่ไม่พูดภาษาที่ขอมาเลย: โปรดจัดหาล่าม',
        eligibility: null,
      },
    ]);
  });

  it('are of the wanted gender, or are asked about', async () => {
    const matches = await found('INTERPRETATION', ['my'], { language: 'my', genders: ['WOMAN'] });
    expect(namesOf(matches)).toEqual(['silent', 'women']);
    expect(says(matches.get('silent'), 'ASK_INTERPRETER_GENDER')).toBeDefined();
    expect(says(matches.get('women'), 'INTERPRETER_SUITABLE')).toBe('Their interpreter meets these wishes: gender of the interpreter.');
  });

  it('are on the phone, outside the community, and not of an organization, if that is wanted', async () => {
    const wish = { language: 'my', byPhoneOnly: true, notFromCommunity: true };
    const matches = await found('INTERPRETATION', ['my'], wish);
    expect(namesOf(matches)).toEqual(['silent', 'women']);
    expect(says(matches.get('silent'), 'ASK_INTERPRETER_COMMUNITY')).toBeDefined();
    expect(namesOf(await found('INTERPRETATION', ['my'], { ...wish, notOrganizationIds: ['o women'] }))).toEqual(['silent']);
  });

  it('help if nobody speaks the language', async () => {
    const matches = await found('MEDICAL', ['my']);
    expect(Object.fromEntries([...matches].map(([name, { languageFit }]) => [name, languageFit]))).toEqual({
      house: 'INTERPRETER',
      line: 'INTERPRETER',
      dari: 'NONE',
    });
    expect([...matches.keys()]).toEqual(['house', 'line', 'dari']);
    expect(says(matches.get('house'), 'INTERPRETER_THERE')).toBe(
      'They have an interpreter for Burmese there: tell them in advance that one is needed.',
    );
  });

  it('are there for any language if the directory says so instead of a language', async () => {
    const one = (await found('LEGAL', ['my'])).get('on request')!;
    expect([one.languageFit, one.reasons.map(({ code }) => code).includes('INTERPRETER_THERE')]).toEqual(['INTERPRETER', true]);
    expect(report.lines.filter(({ code }) => code === 'LANGUAGE_BY_INTERPRETER').map(({ id }) => id)).toEqual(['others']);
  });

  it('are found page by page as on one page', async () => {
    const input = {
      origin: { point: { latitude: 16.7, longitude: 98.57 } },
      needs: [{ category: 'MEDICAL' }],
      person: { gender: 'WOMAN', age: 30, languages: ['my'] },
      first: 2,
    };
    const page = async (after?: readonly (string | null)[]) => {
      const { match } = await system.query<{ match: { needs: { endCursor: string; matches: Found[] }[] } }>(
        'query ($input: MatchInput!) { match(input: $input) { needs { endCursor matches { service { name } } } } }',
        { input: { ...input, ...(after && { after }) } },
      );
      const { endCursor, matches } = match.needs[0]!;
      return { endCursor, names: matches.map((one) => one.service.name) };
    };
    const first = await page();
    const second = await page([first.endCursor]);
    expect([first.names, second.names]).toEqual([['house', 'line'], ['dari']]);
    expect(await page([second.endCursor])).toEqual({ endCursor: second.endCursor, names: [] });
    expect(await page([null])).toEqual(first);
  });

  it('come with phones and their hours, also if the service is a near miss', async () => {
    const input = {
      origin: { point: { latitude: 16.7, longitude: 98.57 } },
      needs: [{ category: 'MEDICAL' }],
      person: { gender: 'WOMAN', age: 30, languages: ['my'] },
      at: '2026-11-30T03:00:00Z',
    };
    const query = `query ($input: MatchInput!) { match(input: $input) { needs {
      matches { service { name } phones { number type languages openNow hoursText } } nearMisses { service { name } phones { number } } } } }`;
    const ask = async (more: object) =>
      (
        await system.query<{ match: { needs: Record<'matches' | 'nearMisses', { service: { name: string }; phones: object[] }[]>[] } }>(
          query,
          { input: { ...input, ...more } },
        )
      ).match.needs[0]!;
    const phone = { number: '+66 1', type: 'hotline', languages: ['th'], openNow: true, hoursText: 'Mon 09:00–17:00' };
    expect((await ask({})).matches.find(({ service: { name } }) => name === 'line')!.phones).toEqual([phone]);
    const { nearMisses } = await ask({ avoid: [{ center: input.origin.point, radiusKm: 1 }] });
    expect(nearMisses.find(({ service: { name } }) => name === 'line')!.phones).toEqual([{ number: '+66 1' }]);
  });

  it('are no reason to refuse a service that is wanted for something else', async () => {
    const matches = await found('MEDICAL', ['my'], { language: 'my', genders: ['MAN'] });
    expect(matches.get('house')!.languageFit).toBe('NONE');
    expect(says(matches.get('line'), 'ASK_INTERPRETER_GENDER')).toBeDefined();
  });

  it('are not needed for a language that is understood', async () => {
    const dari = (await found('MEDICAL', ['haz'])).get('dari')!;
    expect([dari.languageFit, says(dari, 'LANGUAGE_CLOSE')]).toEqual([
      'CLOSE',
      'They speak Dari, which a speaker of Hazaragi mostly understands: make sure when you call.',
    ]);
  });

  it('are a line of the report if nothing is understood', () =>
    expect(report.lines.filter(({ code }) => code === 'INTERPRETATION_UNREAD')).toHaveLength(1));
});
