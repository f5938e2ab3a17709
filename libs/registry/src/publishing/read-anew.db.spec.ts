import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { derivedId } from '../hsds/derived-id.js';
import { havenCode, havenTerm, workedOutLabel } from '../hsds/haven-attributes.js';
import type { JsonObject } from '../hsds/record.js';
import { coordinator, itemsOf, openTestRegistry, type TestRegistry } from '../registry.fixture.js';
import { decideTerm } from '../decisions/decide-term.js';
import { findService } from '../search/find-services.js';
import { loadDirectory } from '../import/load-directory.js';
import { resumePublishing } from './resume-publishing.js';

const term = (name: string): JsonObject => ({
  id: `a-${name}`,
  link_entity: 'service',
  taxonomy_term: { id: `t-${name}`, code: name, name, description: 'd', taxonomy: 'theirs' },
});
const category = (value: string, label: string | null): JsonObject => ({
  id: derivedId('attribute', 'service', 's', havenCode.category, value, label ?? 'said'),
  link_entity: 'service',
  value,
  ...(label !== null && { label }),
  taxonomy_term: { id: derivedId('term', havenCode.category), ...havenTerm(havenCode.category).properties },
});
const service = (id: string, ...attributes: JsonObject[]): JsonObject => ({
  id,
  name: 'Program X',
  status: 'active',
  organization: { id: 'o', name: 'O', description: 'd' },
  attributes: attributes.map((one) => ({ ...one, id: `${id}-${String(one['id'])}`, link_id: id })),
});

describe('what a previous version worked out from the texts of a service', () => {
  let on: TestRegistry;
  const shown = async (id: string) => {
    const { categories, admission } = (await findService(on.registry, id))!;
    return {
      categories,
      persons: admission.persons?.map(({ genders, asked, terms }) => [genders?.[0] ?? null, asked ?? false, terms?.length ?? 0]),
    };
  };
  const upgraded = async () => {
    await on.database.dataSource.query('INSERT INTO registry.unread_service SELECT id FROM registry.service');
    await resumePublishing(on.registry);
  };

  beforeAll(async () => {
    on = await openTestRegistry();
    const all = [
      service('worked-out', term('Emergency Shelter'), term('Women/Girls')),
      service('said', term('Emergency Shelter'), category('LEGAL', null)),
    ];
    await loadDirectory(on.registry, itemsOf(...all), { source: 'test' });
  });
  afterAll(() => on.close());

  it('is worked out again at the start; what a person entered stays; a second start changes nothing', async () => {
    const now = await shown('worked-out');
    expect(now).toEqual({
      categories: ['ACCOMMODATION'],
      persons: [
        ['WOMAN', false, 1],
        ['WOMAN', true, 1],
        [null, true, 1],
      ],
    });
    expect((await shown('said')).categories).toEqual(['LEGAL']);
    // As the previous version left it: another category, no rule.
    const rest = await on.registry.transaction(async (tx) => {
      const { forget } = await import('../vault/worked-out-attributes.js');
      const ties = await tx.records.childrenOf([{ object: 'service', id: 'worked-out' }]);
      const records = await tx.records.get(
        ties.filter(({ childObject }) => childObject === 'attribute').map(({ childId }) => ({ object: 'attribute', id: childId })),
      );
      const made = new Set(records.filter(({ properties }) => properties['label'] === workedOutLabel).map(({ id }) => id));
      await forget(
        tx,
        ties.filter(({ childId }) => made.has(childId)),
      );
      return made.size;
    });
    expect(rest).toBe(4);
    await resumePublishing(on.registry);
    expect(await shown('worked-out')).toEqual({ categories: [], persons: undefined });
    await upgraded();
    expect(await shown('worked-out')).toEqual(now);
    expect((await shown('said')).categories).toEqual(['LEGAL']);
    const events = (await on.events()).length;
    await upgraded();
    expect((await on.events()).length).toBe(events);
  });

  it('takes no more statements for forty services than for four', async () => {
    const all = Array.from({ length: 44 }, (_, n) => service(`many-${n}`, term(n < 4 ? 'Zorbing' : 'Hobby Horses')));
    await loadDirectory(on.registry, itemsOf(...all), { source: 'test' });
    const statementsFor = async (name: string): Promise<number> => {
      const about = { kind: 'TERM', name, taxonomy: 'theirs', source: 'test', serviceId: null, persons: null, withdraw: false } as const;
      const counted = jest.spyOn(on.database.dataSource.logger, 'logQuery');
      await decideTerm(on.registry, coordinator, { ...on.command(), ...about, categories: ['LEGAL'] });
      const { length } = counted.mock.calls;
      counted.mockRestore();
      return length;
    };
    const ofFour = await statementsFor('Zorbing');
    expect(await statementsFor('Hobby Horses')).toBeLessThanOrEqual(ofFour);
    expect((await shown('many-43')).categories).toEqual(['LEGAL']);
  });
});
