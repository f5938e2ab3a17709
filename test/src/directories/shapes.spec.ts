import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inRepository } from '../harness/repository.js';
import { ownProcesses } from '../harness/shared-system.js';
import { startSystem, type OwnSystem } from '../harness/system.js';
import { importInto, type ImportReport } from './import-report.js';

const describeOwn = ownProcesses ? describe : describe.skip;
const shape = (name: string) => inRepository('test', 'src', 'directories', 'shapes', name);

interface Asked {
  readonly category: string;
  readonly at: readonly [latitude: number, longitude: number];
  readonly who?: { readonly gender: string; readonly age: number };
  readonly language?: string;
}
interface Found {
  readonly service: { readonly name: string };
  readonly distance: { readonly meters: number } | null;
  readonly languageFit: string;
  readonly eligibility: string | null;
  readonly phones: readonly { readonly dial: string | null }[];
}

const files = [
  ...['services-advisor.json', '211-agencies', 'directorio-2026.csv'],
  ...['annuaire-lyon.csv', 'airs-export.csv', 'services-advisor.geojson'],
];

/**
 * Directories in the form in which they come: Services Advisor as HSDS and on a map, 211 exports with their codes, spreadsheets in Spanish
 * and French.
 */
describeOwn('directories of other shapes, imported as the README says', () => {
  let system: OwnSystem;
  const reports: Record<string, ImportReport> = {};

  beforeAll(async () => {
    system = await startSystem();
    for (const name of files) reports[name] = await importInto(system, shape(name), name.replace('.', '-'));
  }, 150_000);
  afterAll(() => system.remove(), 30_000);

  const find = async ({ category, at: [latitude, longitude], who, language = 'en' }: Asked): Promise<readonly Found[]> => {
    const input = {
      origin: { point: { latitude, longitude } },
      needs: [{ category }],
      person: { ...(who ?? { gender: 'WOMAN', age: 24 }), languages: [language] },
      maxDistanceKm: 100,
    };
    const { match } = await system.query<{ match: { needs: { matches: Found[] }[] } }>(
      `query ($input: MatchInput!) {
         match(input: $input) { needs { matches { service { name } distance { meters } languageFit eligibility phones { dial } } } }
       }`,
      { input },
    );
    return match.needs[0]!.matches;
  };
  const names = async (asked: Asked) => (await find(asked)).map(({ service }) => service.name);
  const skipped = (name: string) => reports[name]!.lines.filter(({ action }) => action === 'skipped').map(({ code }) => code);

  const amman = [31.95, 35.92] as const;
  const tacoma = [47.25, -122.44] as const;
  const guatemala = [14.63, -90.51] as const;

  it('leave no row unread', () => {
    expect(Object.keys(reports).map(skipped)).toEqual([[], [], [], ['TITLE_ABOVE_HEADER'], [], []]);
  });

  it('contain help for a woman in Amman, and no rent in place of a bed', async () => {
    expect(await names({ category: 'ACCOMMODATION', at: amman, language: 'ar' })).toEqual(['بيت الأمان للنساء']);
    expect(await names({ category: 'LEGAL', at: amman, language: 'am' })).toEqual(['Legal counselling']);
    expect(await names({ category: 'MEDICAL', at: amman, language: 'ar' })).toEqual(['Primary health care']);
    expect(await find({ category: 'PSYCHOSOCIAL', at: amman, language: 'ti' })).toMatchObject([
      { service: { name: 'Psychosocial support' }, distance: null, languageFit: 'DIRECT' },
    ]);
  });

  it('are read by the codes of 211, for the people whom the eligibility names', async () => {
    const man = { gender: 'MAN', age: 40 };
    expect(await names({ category: 'ACCOMMODATION', at: tacoma })).toEqual(['Domestic Violence Shelters']);
    expect(await names({ category: 'ACCOMMODATION', at: tacoma, who: man })).toEqual(['Homeless Shelter for Men']);
    expect(await find({ category: 'LEGAL', at: tacoma, language: 'vi' })).toMatchObject([
      { service: { name: 'Immigration Legal Services' }, languageFit: 'DIRECT', phones: [{ dial: '+12535550103;ext=4' }] },
    ]);
    expect(await names({ category: 'MEDICAL', at: tacoma, language: 'yue' })).toEqual(['General Medical Care']);
  });

  it('have the rows of a spreadsheet, the confidential one without its address', async () => {
    const house = { category: 'ACCOMMODATION', at: [14.83, -91.52], language: 'quc' } as const;
    expect(await find(house)).toMatchObject([{ service: { name: 'Casa Abrigo' }, languageFit: 'DIRECT' }]);
    expect(await names({ ...house, who: { gender: 'MAN', age: 30 } })).toEqual([]);
    expect(await names({ category: 'LEGAL', at: guatemala, language: 'es' })).toEqual(['Asesoría legal']);
    expect(await names({ category: 'MEDICAL', at: guatemala, language: 'es' })).toEqual(['Clínica comunitaria']);
    const [line] = await names({ category: 'PSYCHOSOCIAL', at: guatemala, language: 'mam' });
    expect(line).toBe('Línea de apoyo');
    const { services } = await system.query<{ services: object }>(
      '{ services(filter: { text: "Casa Abrigo" }) { edges { node { name locations { address city latitude precision } } } } }',
    );
    expect(services).toMatchObject({ edges: [{ node: { name: 'Casa Abrigo', locations: [{ address: null, precision: 'AREA' }] } }] });
    expect(JSON.stringify(services)).not.toMatch(/4a Calle|14\.8347/);
  });

  it('have the rows of a French spreadsheet, with its own headings', async () => {
    const lyon = [45.76, 4.84] as const;
    expect(await find({ category: 'ACCOMMODATION', at: lyon, language: 'ar' })).toMatchObject([
      { service: { name: 'Maison des Lilas' }, languageFit: 'DIRECT' },
    ]);
    expect(await find({ category: 'ACCOMMODATION', at: lyon, language: 'ti' })).toMatchObject([{ languageFit: 'INTERPRETER' }]);
    expect(await names({ category: 'ACCOMMODATION', at: lyon, who: { gender: 'MAN', age: 40 } })).toEqual(['CHRS Saint-Joseph']);
    expect(await find({ category: 'LEGAL', at: lyon, language: 'sq' })).toMatchObject([
      { service: { name: "Point d'accès au droit" }, languageFit: 'DIRECT' },
    ]);
    expect(await names({ category: 'MEDICAL', at: lyon, language: 'ro' })).toEqual(['Centre de santé solidaire']);
    const [line] = await find({ category: 'PSYCHOSOCIAL', at: lyon, language: 'yo' });
    expect(line).toMatchObject({ service: { name: "Cellule d'écoute psychologique" }, languageFit: 'DIRECT' });
    expect(line!.eligibility ?? '').not.toContain('everyone');
  });

  it('have the rows of an export of 211 software', async () => {
    const spokane = [47.66, -117.43] as const;
    const girl = { gender: 'WOMAN', age: 15 };
    expect(await names({ category: 'ACCOMMODATION', at: spokane })).toEqual(['Emergency Shelter - Safe Harbor']);
    expect(await names({ category: 'ACCOMMODATION', at: spokane, who: girl })).toEqual(['Crosswalk Teen Shelter']);
    expect(await names({ category: 'ACCOMMODATION', at: spokane, who: { gender: 'MAN', age: 40 } })).toEqual([]);
    expect(await find({ category: 'LEGAL', at: spokane, language: 'mh' })).toMatchObject([
      { service: { name: 'Immigration Legal Services' }, languageFit: 'DIRECT', phones: [{ dial: '+15095550142' }] },
    ]);
    expect(await names({ category: 'MEDICAL', at: spokane, language: 'chk' })).toEqual(['Walk-in Clinic']);
  });

  it('have the points of a map', async () => {
    expect(await names({ category: 'ACCOMMODATION', at: [36.19, 44.01] })).toEqual(['Safe Shelter']);
    expect(await names({ category: 'LEGAL', at: [36.87, 42.99] })).toEqual(['Legal Services']);
    expect(await names({ category: 'MEDICAL', at: [35.56, 45.43] })).toEqual(['Primary Health Care']);
  });
});
