import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PersonClause } from '@haven/kernel';
import { derivedId } from '../../hsds/derived-id.js';
import { havenCode, havenTerm } from '../../hsds/haven-attributes.js';
import type { JsonObject } from '../../hsds/record.js';
import { SayingsReadAnew1798800000001 } from '../../persistence/migrations/entries/1798800000001-sayings-read-anew.js';
import type { RecordKey } from '../../hsds/relation.js';
import { adopted, asVersionBefore, itemsOf, openTestRegistry, type TestRegistry } from '../../registry.fixture.js';
import { findService } from '../../search/find-services.js';
import type { ImportLine } from '../../report/import-report.js';
import { loadDirectory } from '../../import/load-directory.js';
import { publishWaiting } from '../../publishing/publish-services.js';

const anybody = { genders: null, minimumAge: null, maximumAge: null, accompaniedOnly: false };
const from12 = { ...anybody, minimumAge: 12 };
const family: readonly PersonClause[] = [from12, { ...anybody, maximumAge: 5 }, { ...anybody, maximumAge: 17, accompaniedOnly: true }];
const allWomen: PersonClause = { ...anybody, genders: ['WOMAN', 'TRANS_WOMAN', 'NON_BINARY'] };
const women: readonly PersonClause[] = [
  { ...anybody, genders: ['WOMAN'], minimumAge: 18 },
  { ...allWomen, asked: true },
];
const girls: readonly PersonClause[] = [{ ...anybody, genders: ['WOMAN'], maximumAge: 17 }, women[1]!];
const workedOut = 'Worked out by Haven on import';

/** A service with this text, and clauses in the form of an export. An import puts `label` on what it has worked out. */
const service = (text: string | null, clauses: readonly PersonClause[], label: string | null, id = 's'): JsonObject => ({
  id,
  name: 'Legal aid',
  status: 'active',
  organization: { id: 'o', name: 'O', description: 'd' },
  ...(text !== null && { eligibility_description: text }),
  attributes: clauses.map((clause) => ({
    id: derivedId('attribute', 'service', id, havenCode.person, JSON.stringify(clause)),
    link_entity: 'service',
    link_id: id,
    value: JSON.stringify(clause),
    ...(label !== null && { label }),
    taxonomy_term: { id: derivedId('term', havenCode.person), ...havenTerm(havenCode.person).properties },
  })),
});

describe('a rule that an import worked out', () => {
  let on: TestRegistry;
  const load = async (...given: Parameters<typeof service>) => {
    const lines: ImportLine[] = [];
    await loadDirectory(on.registry, itemsOf(service(...given)), { source: 'test', onLine: (line) => lines.push(line) });
    return lines.map(({ code }) => code);
  };
  const persons = async () => (await findService(on.registry, 's'))!.admission.persons;

  beforeEach(async () => void (on = await openTestRegistry()));
  afterEach(() => on.close());

  it('does not come back with an export: the text is read again, and the rule is only what the text still says', async () => {
    await load('Families with children', family, workedOut);
    expect(await persons()).toBeNull();
    expect(await on.whereIs('accompaniedOnly')).toEqual([]);
    await load(null, family, workedOut);
    expect(await persons()).toBeNull();
    await load('Women only', family, workedOut);
    expect(await persons()).toEqual(women);
  });

  it('stays if the text still says so, without a line in the report', async () => {
    expect(await load('Women only', [], null)).toContain('ADMISSION_READ');
    const told = (await on.events()).length;
    expect(await load('Women only', [], null)).not.toContain('ADMISSION_READ');
    expect(await load('Women only', women, workedOut)).not.toContain('ADMISSION_READ');
    expect(await persons()).toEqual(women);
    expect(await on.events()).toHaveLength(told);
  });

  it('follows a text that says something else now', async () => {
    await load('Women only', [], null);
    await load('12 and older', [], null);
    expect(await persons()).toEqual([from12]);
    await load('Ask us', [], null);
    expect(await persons()).toBeNull();
  });

  it('keeps to the age limits beside the text', async () => {
    await loadDirectory(on.registry, itemsOf({ ...service('Women only', [], null), minimum_age: 21, maximum_age: 30 }), { source: 'test' });
    expect(await persons()).toEqual([
      { ...women[0]!, minimumAge: 21, maximumAge: 30 },
      { ...women[1]!, minimumAge: 21, maximumAge: 30 },
    ]);
  });

  it('gives way to a stated rule, whatever the text says', async () => {
    await load('Women only', [], null);
    await load('Women only', family, null);
    expect(await persons()).toHaveLength(3);
    await load('Families with children', family, null);
    expect(await persons()).toHaveLength(3);
  });
});

describe('a rule that the version before worked out', () => {
  const adults: PersonClause = { ...anybody, minimumAge: 18 };
  const texts = { girls: 'Girls only.', women: 'Women only', adults: 'Adults only', families: 'Families with children' };
  const stored: JsonObject[] = [
    service(texts.girls, [allWomen], null, 'girls'),
    service(texts.women, [allWomen], null, 'women'),
    service(texts.adults, [adults], null, 'adults'),
    service(texts.families, [from12], null, 'families'),
    service(null, [from12], null, 'no text'),
    service(texts.girls, [allWomen], null, 'said'),
    service(texts.girls, [allWomen, from12], null, 'said in part'),
  ];
  let on: TestRegistry;
  const persons = async (id: string) => (await findService(on.registry, id))!.admission.persons;
  const attributes = async () => {
    const keys = await on.database.dataSource.query<RecordKey[]>(
      `SELECT object, id FROM vault.record WHERE object = 'attribute' ORDER BY id`,
    );
    const records = await on.registry.transaction((tx) => tx.records.get(keys));
    return records.map(({ id, properties }) => JSON.stringify([id, properties])).sort();
  };

  /** As that version left them: it put its label on attributes of others. */
  const label = (clause: PersonClause) =>
    on.database.dataSource.query(
      `UPDATE registry.attribute SET label = $1 WHERE value = $2 AND link_id <> 'said' AND (link_id <> 'said in part' OR $2 LIKE '%"minimumAge":12%')`,
      [workedOut, JSON.stringify(clause)],
    );
  const migrate = async () => {
    const runner = on.database.dataSource.createQueryRunner();
    await new SayingsReadAnew1798800000001().up(runner);
    await runner.release();
    await adopted(on);
  };

  beforeAll(async () => {
    on = await openTestRegistry();
    await loadDirectory(on.registry, itemsOf(...stored), { source: 'test' });
    await asVersionBefore(on);
    for (const clause of [allWomen, adults, from12]) await label(clause);
    await adopted(on);
    await on.database.dataSource.query('INSERT INTO registry.dirty_service SELECT service_id FROM registry.service_entry');
    await publishWaiting(on.registry);
    await asVersionBefore(on);
  });
  afterAll(() => on.close());

  it('is read again, with an event; a rule that somebody stated stays', async () => {
    const before = (await on.events()).length;
    await migrate();
    expect(await publishWaiting(on.registry)).toBe(stored.length);
    expect(await persons('girls')).toEqual(girls);
    expect(await persons('women')).toEqual(women);
    expect(await persons('adults')).toEqual([adults]);
    expect(await persons('families')).toBeNull();
    expect(await persons('no text')).toBeNull();
    expect(await persons('said')).toEqual([allWomen]);
    expect(await persons('said in part')).toEqual([allWomen, from12]);
    expect((await on.events()).slice(before).map(({ key }) => key)).toEqual(['families', 'girls', 'no text', 'women']);
  });

  it('is what an import reads from the text today', async () => {
    const [before, told] = [await attributes(), (await on.events()).length];
    const lines: ImportLine[] = [];
    const again = Object.entries(texts).map(([id, text]) => service(text, [], null, id));
    await loadDirectory(on.registry, itemsOf(...again), { source: 'test', onLine: (line) => lines.push(line) });
    expect(lines.map(({ code }) => code)).not.toContain('ADMISSION_READ');
    expect(await attributes()).toEqual(before);
    expect(await on.events()).toHaveLength(told);
  });

  it('does not change when an export of it is imported', async () => {
    const exported = itemsOf(service(texts.girls, girls, workedOut, 'girls'));
    expect((await loadDirectory(on.registry, exported, { source: 'test' })).attribute).toMatchObject({
      stored: 0,
      unchanged: girls.length,
    });
  });

  it('does not change when it is read once more', async () => {
    const before = [await attributes(), (await on.events()).length];
    await asVersionBefore(on);
    await migrate();
    await publishWaiting(on.registry);
    expect([await attributes(), (await on.events()).length]).toEqual(before);
  });
});
