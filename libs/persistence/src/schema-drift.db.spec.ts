import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '@haven/testing';
import pg from 'pg';
import { EntitySchema, type MigrationInterface, type QueryRunner } from 'typeorm';
import { openDatabase } from './database.js';
import { SchemaDriftError } from './schema-drift.js';

class Beds1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE drift.bed (id text CONSTRAINT bed_pkey PRIMARY KEY, room text NOT NULL)');
    await runner.query('CREATE INDEX bed_room ON drift.bed (room)');
  }
  async down(): Promise<void> {}
}

const bedWith = (more: object = {}) =>
  new EntitySchema({
    name: 'bed',
    tableName: 'bed',
    schema: 'drift',
    columns: {
      id: { type: 'text', primary: true, primaryKeyConstraintName: 'bed_pkey' },
      room: { type: 'text' },
      ...more,
    },
    indices: [{ name: 'bed_room', columns: ['room'] }],
  });

describe('the tables of a context, each time a process opens them', () => {
  let database: TestDatabase;
  let client: pg.Client;
  const open = async (entity = bedWith(), migrate = true) => {
    const options = { context: 'drift', connection: database.connection, entities: [entity], migrations: [Beds1700000000001], migrate };
    await (await openDatabase(options)).close();
  };
  const note = async () =>
    (await client.query<{ note: string | null }>(`SELECT obj_description('drift'::regnamespace, 'pg_namespace') AS note`)).rows[0]!.note;

  beforeAll(async () => {
    database = await openTestDatabase();
    client = new pg.Client({ ...database.connection });
    await client.connect();
  });
  beforeEach(async () => {
    await client.query('DROP SCHEMA IF EXISTS drift CASCADE');
    await open();
  });
  afterAll(async () => {
    await client.end();
    await database.close();
  });

  it('match the entities, which is recorded and not checked again', async () => {
    const noted = await note();
    expect(noted).toMatch(/^without drift: [0-9a-f]{64}$/);
    await open();
    expect(await note()).toBe(noted);
  });

  it.each([
    ['a column more', 'ALTER TABLE drift.bed ADD COLUMN free boolean'],
    ['a column less', 'ALTER TABLE drift.bed DROP COLUMN room'],
    ['another type', 'ALTER TABLE drift.bed ALTER COLUMN room TYPE integer USING 1'],
    ['a column that may be empty', 'ALTER TABLE drift.bed ALTER COLUMN room DROP NOT NULL'],
    ['an index less', 'DROP INDEX drift.bed_room'],
    ['an index that is unique', 'DROP INDEX drift.bed_room; CREATE UNIQUE INDEX bed_room ON drift.bed (room)'],
  ])('are refused if somebody has changed them: %s', async (_what, change) => {
    await client.query(change);
    await expect(open()).rejects.toThrow(SchemaDriftError);
    await expect(open(bedWith(), false)).rejects.toThrow(SchemaDriftError);
  });

  it('are refused if the entities change without a migration', async () => {
    await expect(open(bedWith({ free: { type: 'boolean', nullable: true } }))).rejects.toThrow(SchemaDriftError);
    await expect(open(bedWith({ room: { type: 'integer' } }))).rejects.toThrow(SchemaDriftError);
    await open();
  });

  it('are checked by a process that may not change them, which records nothing', async () => {
    await client.query('COMMENT ON SCHEMA drift IS NULL');
    await open(bedWith(), false);
    expect(await note()).toBeNull();
  });
});
