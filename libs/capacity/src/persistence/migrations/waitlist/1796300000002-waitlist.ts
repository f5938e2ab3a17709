import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Waitlist entries. `party`: gender and age of each person, until the entry ends. */
export class Waitlist1796300000002 implements MigrationInterface {
  readonly name = 'Waitlist1796300000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE capacity.waiting (
      id uuid CONSTRAINT waiting_pkey PRIMARY KEY,
      service_id text NOT NULL,
      state text NOT NULL,
      place bigint GENERATED ALWAYS AS IDENTITY,
      subject text NOT NULL,
      organization_id text,
      case_reference text,
      party jsonb,
      beds integer,
      joined_at timestamptz NOT NULL,
      hold_id uuid,
      version integer NOT NULL,
      CONSTRAINT waiting_state CHECK (state IN ('WAITING', 'OFFERED', 'TAKEN', 'MISSED', 'LEFT')),
      CONSTRAINT waiting_offer CHECK (state <> 'OFFERED' OR hold_id IS NOT NULL))`);
    await runner.query(`CREATE INDEX waiting_in_line ON capacity.waiting (service_id, place) WHERE state = 'WAITING'`);
    await runner.query('CREATE INDEX waiting_by_hold ON capacity.waiting (hold_id)');
    await runner.query('GRANT SELECT, INSERT, UPDATE ON capacity.waiting TO haven_capacity');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE capacity.waiting');
  }
}
