import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The log that replaces Kafka in a single process. */
export class LocalBus1790000000000 implements MigrationInterface {
  name = 'LocalBus1790000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE bus.event (
      log_offset bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      topic text NOT NULL, event_key text NOT NULL, event jsonb NOT NULL)`);
    await runner.query('CREATE INDEX event_by_key ON bus.event (topic, event_key, log_offset)');
    await runner.query(
      'CREATE TABLE bus.consumer_group (name text PRIMARY KEY, topics text[] NOT NULL, next_offset bigint NOT NULL DEFAULT 0)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE bus.event, bus.consumer_group');
  }
}
