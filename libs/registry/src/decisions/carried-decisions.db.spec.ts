import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registryCommands } from '../control/commands.js';
import type { JsonObject } from '../hsds/record.js';
import { loadDirectory } from '../import/load-directory.js';
import { coordinator, itemsOf, openTestRegistry, type TestRegistry } from '../registry.fixture.js';
import { findService } from '../search/find-services.js';
import { decideTerm, type DecideTerm } from './decide-term.js';
import { decision, serviceOf, term } from './decisions.fixture.js';
import { termDecisions } from './term-decisions.js';

const women = { groups: ['WOMEN'], minimumAge: null, maximumAge: null, agesAreLimit: false } as const;
const text = 'Mostly women, as a rule';
const secretPlace: JsonObject = {
  id: 'at',
  location: {
    id: 'l',
    location_type: 'physical',
    latitude: 3.5,
    longitude: 98.6,
    attributes: [{ id: 'mark', value: 'CONFIDENTIAL', taxonomy_term: { id: 't', code: 'haven:visibility', name: 'n', description: 'd' } }],
  },
};
const directory = [
  serviceOf('a', { attributes: [term('Zorbing'), term('Emergency Shelter')], eligibility_description: text }),
  serviceOf('b', { attributes: [term('Zorbing')] }),
  serviceOf('c', { attributes: [term('Hobby Horses')] }),
  serviceOf('secret', { attributes: [term('Zorbing')], service_at_locations: [secretPlace] }),
];
const ids = ['a', 'b', 'c', 'secret'];

describe('a decision in an export that is imported elsewhere', () => {
  let folder: string;
  let here: TestRegistry;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'haven-decided-'));
    here = await openTestRegistry();
    await loadDirectory(here.registry, itemsOf(...directory), { source: 'test' });
    await decide(here, { categories: ['LEGAL'], persons: women });
    await decide(here, { source: null, name: 'Hobby Horses', categories: ['EDUCATION'] });
    await decide(here, { kind: 'ELIGIBILITY', taxonomy: null, name: text, persons: { ...women, groups: ['ANYONE'] } });
    await decide(here, { kind: 'SERVICE', taxonomy: null, name: null, source: null, serviceId: 'b', categories: ['MEDICAL'] });
  });
  afterAll(async () => {
    await here.close();
    await rm(folder, { recursive: true });
  });

  const decide = (on: TestRegistry, given: Partial<DecideTerm>) =>
    decideTerm(on.registry, coordinator, { ...on.command(), ...decision, ...given });
  const shown = async (on: TestRegistry) => {
    const views = await Promise.all(ids.map((id) => findService(on.registry, id)));
    // Each system numbers and dates its own decisions.
    return views.map((view) => [view!.categories, view!.admission.persons?.map(({ terms: _terms, ...clause }) => clause)]);
  };
  const commands = (on: TestRegistry) => registryCommands(on.registry, () => Promise.resolve());
  const none = () => Promise.resolve();

  it.each(['json', 'csv'] as const)('is imported again from %s', async (format) => {
    const path = join(folder, format);
    await commands(here).export({ command: 'export', path, format }, none);
    const there = await openTestRegistry();
    await commands(there).import({ command: 'import', path, dryRun: false, source: null }, none);
    expect(await shown(there)).toEqual(await shown(here));
    expect((await shown(there)).map(([categories]) => categories)).toEqual([
      ['ACCOMMODATION', 'LEGAL'],
      ['MEDICAL'],
      ['EDUCATION'],
      ['LEGAL'],
    ]);
    const { items: decisions } = await termDecisions(there.registry, null, null, 9);
    expect(new Set(decisions.map(({ decidedBy }) => decidedBy))).toEqual(new Set(['directory test']));
    expect(decisions).toHaveLength(4);

    // A partial export does not show what the service would be without a decision.
    const ofPart = { kind: 'SERVICE', taxonomy: null, name: null, source: null, serviceId: 'secret' } as const;
    expect(await decide(there, { ...ofPart, categories: ['EMPLOYMENT'] })).toMatchObject({ code: 'CATEGORIES_SAID' });

    // It is a decision there, too.
    await decide(there, { categories: ['REPATRIATION'] });
    expect((await findService(there.registry, 'a'))!.categories).toEqual(['ACCOMMODATION', 'REPATRIATION']);
    await decide(there, { withdraw: true });
    expect((await findService(there.registry, 'a'))!.categories).toEqual(['ACCOMMODATION']);
    await commands(there).import({ command: 'import', path, dryRun: false, source: null }, none);
    expect((await findService(there.registry, 'a'))!.categories).toEqual(['ACCOMMODATION']);
    expect(JSON.stringify((await findService(there.registry, 'a'))!.hsds)).not.toContain('Decision of');
    await there.close();
  });

  it('reveals no words of a publisher if a place is confidential', async () => {
    expect(JSON.stringify((await findService(here.registry, 'secret'))!.hsds)).not.toContain('Zorbing');
    expect(JSON.stringify((await findService(here.registry, 'b'))!.hsds)).toContain('haven:decision');
  });
});
