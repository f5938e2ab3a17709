import type { MigrationInterface, QueryRunner } from 'typeorm';
import { hsdsTables } from './hsds-tables.sql.js';
import { statementsOf } from '../statements.js';

const kinds = [
  ...['accessibility', 'address', 'attribute', 'contact', 'language', 'location', 'metadata', 'phone', 'schedule'],
  ...['service_area', 'service_at_location'],
];
const tables = kinds.map((kind) => `registry."${kind}"`);

/** Tables of records that are sealed by their kind. The start of the version before has moved their rows to the vault. */
export class EmptiedTables1801500000001 implements MigrationInterface {
  readonly name = 'EmptiedTables1801500000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`LOCK TABLE ${tables.join(', ')} IN ACCESS EXCLUSIVE MODE`);
    const looks = tables.map((table) => `SELECT '${table}' AS name WHERE EXISTS (SELECT FROM ${table})`);
    const left = (await runner.query(looks.join(' UNION ALL '))) as { readonly name: string }[];
    if (left.length > 0) throw new RecordsRemain(left.map(({ name }) => name));
    await runner.query(`DROP TABLE ${tables.join(', ')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    const creating = statementsOf(hsdsTables).filter((sql) => tables.some((table) => sql.startsWith(`CREATE TABLE ${table} (`)));
    for (const sql of creating) await runner.query(sql);
    for (const table of tables) await runner.query(`ALTER TABLE ${table} ADD COLUMN haven_origin text`);
  }
}

/** To drop the tables now would lose records. */
class RecordsRemain extends Error {
  override name = 'RecordsRemain';

  constructor(left: readonly string[]) {
    super(
      `Records that belong into the vault are still in ${left.join(', ')}, so no table was dropped. ` +
        'Start the version before this one once, with the vault keys: it moves them. Then start this version again.',
    );
  }
}
