import type { MigrationInterface, QueryRunner } from 'typeorm';
import { historyOfPlaces } from './history-of-places.sql.js';

/** Finds change history that may reveal a place, when the place turns out to be confidential. */
export class HistoryOfPlaces1798300000001 implements MigrationInterface {
  readonly name = 'HistoryOfPlaces1798300000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(historyOfPlaces);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX registry.metadata_of_places');
  }
}
