import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ServiceEntry } from '../service-input.js';
import { ReadAnew1798500000001 } from '../../persistence/migrations/entries/1798500000001-read-anew.js';
import { coordinator, itemsOf, openTestRegistry, shelter, type TestRegistry } from '../../registry.fixture.js';
import { findService } from '../../search/find-services.js';
import { loadDirectory } from '../../import/load-directory.js';
import { publishWaiting } from '../../publishing/publish-services.js';
import { updateService } from '../../entries/update-service.js';

const nearlyGrown = {
  id: 'nearly-grown',
  name: 'Nearly grown',
  status: 'active',
  minimum_age: 17.5,
  organization: { id: 'o', name: 'O', description: 'd' },
};
const from17 = { genders: null, minimumAge: 17, maximumAge: null, accompaniedOnly: false };

describe('a service for people from 17 and a half', () => {
  let on: TestRegistry;
  const stored = async () => (await findService(on.registry, 'nearly-grown'))!;

  beforeAll(async () => {
    on = await openTestRegistry();
    await loadDirectory(on.registry, itemsOf(nearlyGrown), { source: 'test' });
  });
  afterAll(() => on.close());

  it('is published as one from 17 on, with 17 asked about', async () => {
    expect((await stored()).admission.persons).toEqual([{ ...from17, exactMinimumAge: 17.5 }]);
  });

  it('is read again if an earlier version stored it as one from 18 on', async () => {
    const { dataSource } = on.database;
    await dataSource.query(`UPDATE registry.service_entry SET digest = 'of an earlier version'`);
    const runner = dataSource.createQueryRunner();
    await new ReadAnew1798500000001().up(runner);
    await runner.release();
    const before = (await on.events()).length;
    expect(await publishWaiting(on.registry)).toBe(1);
    expect((await on.events()).slice(before)).toMatchObject([
      { data: { service: { admission: { persons: [{ exactMinimumAge: 17.5 }] } } } },
    ]);
  });

  it('keeps its part years when somebody edits something else, and is published with whole years', async () => {
    const { version } = await stored();
    const service: ServiceEntry = { ...shelter, admission: { ...shelter.admission, persons: [from17] } };
    await updateService(on.registry, coordinator, { ...on.command(), id: 'nearly-grown', expectedVersion: version, service });
    expect((await stored()).admission.persons).toEqual([{ ...from17, exactMinimumAge: 17.5 }]);
    expect((await stored()).hsds.minimum_age).toBe(17.5);
  });
});
