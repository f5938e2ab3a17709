import type { MigrationInterface, QueryRunner } from 'typeorm';
import { objectNames } from '../../../hsds/record.js';
import { closedIds, publisherIds, severalSources } from './publisher-ids.sql.js';

/** Sources of directories, each with its publisher's ids. Stored records keep their ids, and belong to the source that brought them. */
export class PublisherIds1798100000001 implements MigrationInterface {
  readonly name = 'PublisherIds1798100000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [...publisherIds, closedIds]) await runner.query(sql);
    const sources = (await runner.query('SELECT name FROM registry.source')) as unknown[];
    if (sources.length > 1) for (const sql of severalSources) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE registry.publisher_id, registry.source');
    for (const object of objectNames) await runner.query(`ALTER TABLE registry."${object}" DROP COLUMN haven_origin`);
  }
}
