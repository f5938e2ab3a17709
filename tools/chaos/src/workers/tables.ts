import { deliveryAttemptTable, messagingTables, outboxTraceColumn, sequenceFloorTable } from '@haven/messaging';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The product's messaging tables, the emitted events as their transaction recorded them, and the effects of each event. */
export function chaosTables(schema: string): new () => MigrationInterface {
  return class Chaos1 implements MigrationInterface {
    name = 'Chaos1790000000001';
    async up(runner: QueryRunner) {
      const later = [deliveryAttemptTable(schema), outboxTraceColumn(schema), ...sequenceFloorTable(schema)];
      for (const sql of [...messagingTables(schema), ...later, ...evidence(schema)]) await runner.query(sql);
    }
    async down() {}
  };
}

/** No constraint that would hide a second effect. */
const evidence = (schema: string): string[] => [
  `CREATE TABLE "${schema}".emitted (
    event_id uuid PRIMARY KEY, event_key text NOT NULL, sequence bigint NOT NULL, poisoned boolean NOT NULL, emitted_at timestamptz NOT NULL
  )`,
  `CREATE FUNCTION "${schema}".note_emitted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO "${schema}".emitted
      VALUES (NEW.event_id, NEW.event_key, NEW.sequence, coalesce((NEW.data->>'poisoned')::boolean, false), NEW.occurred_at);
    RETURN NEW;
  END $$`,
  `CREATE TRIGGER note_emitted AFTER INSERT ON "${schema}".outbox FOR EACH ROW EXECUTE FUNCTION "${schema}".note_emitted()`,
  // One row for each requested stop: the worker that waits between two steps, and its events.
  `CREATE TABLE "${schema}".stop (worker integer, in_hand uuid[], is_reached boolean NOT NULL DEFAULT false)`,
  `CREATE TABLE "${schema}".effect (
    n bigint GENERATED ALWAYS AS IDENTITY, event_id uuid NOT NULL, event_key text NOT NULL, sequence bigint NOT NULL,
    worker integer NOT NULL, applied_at timestamptz NOT NULL DEFAULT clock_timestamp()
  )`,
];
