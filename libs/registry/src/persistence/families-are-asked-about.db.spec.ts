import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PersonClause } from '@haven/kernel';
import { findService } from '../search/find-services.js';
import { loadDirectory } from '../import/load-directory.js';
import { publishWaiting } from '../publishing/publish-services.js';
import type { JsonObject } from '../hsds/record.js';
import { adopted, asVersionBefore, itemsOf, openTestRegistry, type TestRegistry } from '../registry.fixture.js';
import { FamiliesAreAskedAbout1797500000001 } from './migrations/entries/1797500000001-families-are-asked-about.js';

const from12 = { genders: null, minimumAge: 12, maximumAge: null, accompaniedOnly: false };
const family: readonly PersonClause[] = [
  from12,
  { ...from12, minimumAge: null, maximumAge: 5 },
  { ...from12, minimumAge: null, maximumAge: 17, accompaniedOnly: true },
];

/** A service with these clauses. */
const service = (id: string, clauses: readonly PersonClause[]): JsonObject => ({
  id,
  name: id,
  status: 'active',
  organization: { id: `o-${id}`, name: id, description: 'd' },
  attributes: clauses.map((clause, n) => ({
    id: `a-${id}-${n}`,
    link_entity: 'service',
    link_id: id,
    value: JSON.stringify(clause),
    taxonomy_term: { id: 't', code: 'haven:admission.person', name: 'Admits person', description: 'd' },
  })),
});
const workedOut = 'Worked out by Haven on import';

describe('a rule that an earlier import made of "Families with children"', () => {
  let on: TestRegistry;
  const persons = async (id: string) => (await findService(on.registry, id))!.admission.persons;

  beforeAll(async () => {
    on = await openTestRegistry();
    const all = [service('families', family), service('taken', family), service('said', family), service('from-12', [from12])];
    await loadDirectory(on.registry, itemsOf(...all), { source: 'test' });
    await asVersionBefore(on);
    // As the import of that version left them: the present import reads the texts again.
    await on.database.dataSource.query(`UPDATE registry.attribute SET label = $1 WHERE link_id <> 'said'`, [workedOut]);
  });
  afterAll(() => on.close());

  it('is published once more even if somebody has taken its service to publish it, and may have read it', async () => {
    const { dataSource } = on.database;
    const row = `SELECT ctid FROM registry.dirty_service WHERE service_id = 'taken'`;
    await dataSource.query(`INSERT INTO registry.dirty_service VALUES ('taken')`);
    const before = await dataSource.query<unknown[]>(row);
    const runner = dataSource.createQueryRunner();
    await runner.startTransaction();
    await new FamiliesAreAskedAbout1797500000001().up(runner);
    const after = (await runner.query(row)) as unknown[];
    await runner.rollbackTransaction();
    await runner.release();
    await dataSource.query(`DELETE FROM registry.dirty_service WHERE service_id = 'taken'`);
    // The row is written again: the mark waits for the transaction that has the row, and stays after that clears it.
    expect([before, after]).toEqual([[expect.anything()], [expect.anything()]]);
    expect(after).not.toEqual(before);
  });

  it('is removed, with an event; a rule that somebody stated stays', async () => {
    expect(await persons('families')).toHaveLength(3);
    const before = (await on.events()).length;
    const runner = on.database.dataSource.createQueryRunner();
    await new FamiliesAreAskedAbout1797500000001().up(runner);
    await runner.release();
    await adopted(on);
    expect(await publishWaiting(on.registry)).toBe(2);
    expect(await persons('families')).toBeNull();
    expect(await persons('said')).toHaveLength(3);
    expect(await persons('from-12')).toEqual([from12]);
    const asked = { data: { service: { admission: { persons: null } } } };
    expect((await on.events()).slice(before)).toMatchObject([
      { key: 'families', ...asked },
      { key: 'taken', ...asked },
    ]);
  });
});
