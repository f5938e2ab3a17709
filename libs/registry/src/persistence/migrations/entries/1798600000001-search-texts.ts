import type { ServiceView } from '@haven/events';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { searchTexts } from '../../../search/service-query.js';

const batchSize = 500;

/** Names and texts are searched as people type them: apostrophes, dots and letters like ł no longer matter. */
export class SearchTexts1798600000001 implements MigrationInterface {
  readonly name = 'SearchTexts1798600000001';

  async up(runner: QueryRunner): Promise<void> {
    for (let after: string | undefined = ''; after !== undefined;) {
      const rows = (await runner.query(
        'SELECT service_id, view FROM registry.service_entry WHERE service_id > $1 ORDER BY service_id LIMIT $2',
        [after, batchSize],
      )) as { service_id: string; view: ServiceView }[];
      const given = rows.map(({ service_id, view }) => ({ service_id, ...searchTexts(view) }));
      await runner.query(
        `UPDATE registry.service_entry e SET sort_name = given."sortName", search_text = given."searchText"
         FROM json_to_recordset($1::json) AS given (service_id text, "sortName" text, "searchText" text) WHERE e.service_id = given.service_id`,
        [JSON.stringify(given)],
      );
      after = rows.at(-1)?.service_id;
    }
  }

  /** An earlier version finds fewer names with these texts, and writes its own with the next change. */
  async down(): Promise<void> {}
}
