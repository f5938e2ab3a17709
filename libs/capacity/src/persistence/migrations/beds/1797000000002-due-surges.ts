import type { MigrationInterface, QueryRunner } from 'typeorm';
import { holdFunctions } from '../holds/hold-functions.sql.js';

/** A caller who asks for beds first has ended surge beds removed, as due holds are. */
export class DueSurges1797000000002 implements MigrationInterface {
  readonly name = 'DueSurges1797000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(lockedShelter);
  }

  async down(runner: QueryRunner): Promise<void> {
    const before = holdFunctions.find((sql) => sql.startsWith('CREATE FUNCTION capacity.locked_shelter('))!;
    await runner.query(before.replace('CREATE', 'CREATE OR REPLACE'));
  }
}

// The facts that a caller of the organization needs to ask for beds. Each statement sees everything that was committed before it, even
// while it waited for the lock. An occupied bed stays until it is free.
const lockedShelter = `CREATE OR REPLACE FUNCTION capacity.locked_shelter(service text, organization text) RETURNS json
  LANGUAGE plpgsql SET enable_seqscan = off AS $$
  DECLARE said capacity.intake;
    held integer := 0;
  BEGIN
    PERFORM capacity.lock_beds(service);
    SELECT * INTO said FROM capacity.intake i WHERE i.service_id = service;
    IF said.most_beds_per_organization IS NOT NULL THEN
      SELECT coalesce(sum(b.beds), 0) INTO held FROM capacity.hold h JOIN capacity.held_beds b ON b.hold_id = h.id
      WHERE h.service_id = service AND h.state = 'HELD' AND h.organization_id IS NOT DISTINCT FROM organization;
    END IF;
    RETURN json_build_object('availability', capacity.availability_of(service), 'already_held', held,
      'intake', CASE WHEN said.service_id IS NOT NULL THEN row_to_json(said) END,
      'some_are_over', EXISTS (SELECT FROM capacity.hold h WHERE h.service_id = service AND h.state = 'HELD'
          AND least(h.expires_at, h.accept_by) <= (SELECT clock_timestamp()))
        OR EXISTS (SELECT FROM capacity.surge s JOIN capacity.bed_pool p ON p.id = s.pool_id
          WHERE s.service_id = service AND s.removed < s.beds AND s.ends_at <= (SELECT clock_timestamp())
            AND p.occupied::bigint + p.held + p.out_of_service < p.total));
  END $$`;
