import type { MigrationInterface, QueryRunner } from 'typeorm';

const byName = `json_agg(p ORDER BY p.name COLLATE "C", p.id)`;
// Also for processes of the previous version, so that no event contains a room name any more.
const byNumber = `json_agg(to_jsonb(p) || jsonb_build_object('name', 'Room ' || p.number) ORDER BY p.number)`;

const availabilityOf = (pools: string): string => `CREATE OR REPLACE FUNCTION capacity.availability_of(service text) RETURNS json
  STABLE LANGUAGE plpgsql SET enable_seqscan = off AS $$
  BEGIN
    RETURN (SELECT json_build_object('service_id', s.service_id, 'organization_id', s.organization_id, 'country', s.country, 'active', s.active,
      'takes_people', s.takes_people, 'open', i.open, 'requires_acceptance', i.requires_acceptance, 'sequence', coalesce(a.sequence, 0),
      'awaited', EXISTS (SELECT FROM capacity.waiting w WHERE w.service_id = service AND w.state = 'WAITING'),
      'pools', (SELECT coalesce(${pools}, '[]') FROM capacity.bed_pool p WHERE p.service_id = service AND NOT p.closed))
    FROM capacity.service_ref s LEFT JOIN capacity.intake i USING (service_id) LEFT JOIN capacity.availability a USING (service_id)
    WHERE s.service_id = service);
  END $$`;

/**
 * Everybody but staff sees rooms as numbers, because staff may have named a room after somebody. The oldest room of a service is Room 1.
 * Beds that were published with names are published again when this version runs, so that consumers and compacted topics forget the names.
 */
export class NumberedRooms1798020000002 implements MigrationInterface {
  readonly name = 'NumberedRooms1798020000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE capacity.bed_pool ADD COLUMN number integer');
    await runner.query(`UPDATE capacity.bed_pool p SET number = counted.number FROM (
      SELECT id, row_number() OVER (PARTITION BY service_id
        ORDER BY (SELECT min(c.at) FROM capacity.occupancy_change c WHERE c.pool_id = b.id), id) AS number
      FROM capacity.bed_pool b) counted WHERE counted.id = p.id`);
    await runner.query('ALTER TABLE capacity.bed_pool ALTER COLUMN number SET NOT NULL');
    await runner.query('CREATE UNIQUE INDEX bed_pool_number ON capacity.bed_pool (service_id, number)');
    await runner.query(`CREATE FUNCTION capacity.number_room() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.number := (SELECT coalesce(max(p.number), 0) + 1 FROM capacity.bed_pool p WHERE p.service_id = NEW.service_id);
        RETURN NEW;
      END $$`);
    await runner.query(
      'CREATE TRIGGER number_room BEFORE INSERT ON capacity.bed_pool FOR EACH ROW EXECUTE FUNCTION capacity.number_room()',
    );
    await runner.query(availabilityOf(byNumber));
    await runner.query('CREATE TABLE capacity.beds_to_retell (service_id text CONSTRAINT beds_to_retell_pkey PRIMARY KEY)');
    await runner.query('INSERT INTO capacity.beds_to_retell SELECT service_id FROM capacity.availability WHERE sequence > 0');
    await runner.query('GRANT SELECT, INSERT, UPDATE, DELETE ON capacity.beds_to_retell TO haven_capacity');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE capacity.beds_to_retell');
    await runner.query(availabilityOf(byName));
    await runner.query('DROP TRIGGER number_room ON capacity.bed_pool');
    await runner.query('DROP FUNCTION capacity.number_room');
    await runner.query('ALTER TABLE capacity.bed_pool DROP COLUMN number');
  }
}
