import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ControlMessage, ReviewRequest } from '@haven/config';
import { serviceOf, term } from '../decisions/decisions.fixture.js';
import { loadDirectory } from '../import/load-directory.js';
import { itemsOf, openTestRegistry, type TestRegistry } from '../registry.fixture.js';
import { findService } from '../search/find-services.js';
import { registryCommands } from './commands.js';

describe('the review at the command line', () => {
  let on: TestRegistry;
  let keys = 0;
  beforeAll(async () => {
    on = await openTestRegistry();
    const many = Array.from({ length: 60 }, (_, n) => serviceOf(`s${n}`, { attributes: [term('Zorbing')] }));
    await loadDirectory(on.registry, itemsOf(...many, serviceOf('e', { attributes: [term('Elders', 'Eligibility')] })), { source: 'test' });
  });
  afterAll(() => on.close());

  const ask = async (request: ReviewRequest) => {
    const told: ControlMessage[] = [];
    await registryCommands(on.registry, () => Promise.resolve()).review(request, async (message) => void told.push(message));
    return told;
  };
  const decide = (given: Partial<ReviewRequest & { action: 'term' }>) =>
    ask({
      ...{ command: 'review', action: 'term', kind: 'TERM', name: 'Zorbing', taxonomy: 'Theirs', source: 'test', serviceId: null },
      ...{ categories: null, persons: null, withdraw: false, key: `k${(keys += 1)}`, by: 'ruth' },
      ...given,
    });

  it('lists what waits, with the words for an answer', async () => {
    const [message] = await ask({ command: 'review', action: 'list', source: null });
    const { result } = message as { result: { terms: { name: string; isOfPersons: boolean }[]; groups: string[]; placesInAll: number } };
    expect(result.terms.map(({ name, isOfPersons }) => [name, isOfPersons])).toEqual([
      ['Zorbing', false],
      ['Program e', false],
      ['Elders', true],
    ]);
    expect([result.placesInAll, result.groups.includes('trans-women')]).toEqual([0, true]);
  });

  it('publishes all of many before it answers, and reports progress', async () => {
    const told = await decide({ categories: ['LEGAL'] });
    expect(told.slice(0, 2)).toEqual([50, 60].map((done) => ({ progress: { done, total: 60, what: 'services' } })));
    expect(told.at(-1)).toMatchObject({ result: { services: 60, decidedBy: 'terminal ruth' } });
    expect((await findService(on.registry, 's7'))!.categories).toEqual(['LEGAL']);
  });

  it('says what is wrong', async () => {
    await expect(decide({ categories: ['ZORBING'] })).rejects.toThrow('There is no category ZORBING. There are: ACCOMMODATION');
    await expect(decide({ persons: ['martians'] })).rejects.toThrow('Nobody is meant by martians.');
    await expect(decide({ name: '', categories: [] })).rejects.toThrow('name: Give the term');
    await expect(decide({ kind: 'SERVICE', name: null, taxonomy: null, source: null, serviceId: 'x', categories: [] })).rejects.toThrow(
      'no such service',
    );
    await expect(decide({ name: 'Other', withdraw: true })).rejects.toThrow('Nothing is decided of it');
    await expect(ask({ command: 'review', action: 'place', id: 'l', decision: 'PUBLIC', key: 'p', by: 'ruth' })).rejects.toThrow(
      'No place l waits.',
    );
  });
});
