import type { MigrationInterface, QueryRunner } from 'typeorm';

const availabilityOf = (takesPeople: string): string => `CREATE OR REPLACE FUNCTION capacity.availability_of(service text) RETURNS json
  STABLE LANGUAGE plpgsql SET enable_seqscan = off AS $$
  BEGIN
    RETURN (SELECT json_build_object('service_id', s.service_id, 'organization_id', s.organization_id, 'country', s.country, 'active', s.active,
      ${takesPeople} 'open', i.open, 'requires_acceptance', i.requires_acceptance, 'sequence', coalesce(a.sequence, 0),
      'awaited', EXISTS (SELECT FROM capacity.waiting w WHERE w.service_id = service AND w.state = 'WAITING'),
      'pools', (SELECT coalesce(json_agg(p ORDER BY p.name COLLATE "C", p.id), '[]') FROM capacity.bed_pool p
        WHERE p.service_id = service AND NOT p.closed))
    FROM capacity.service_ref s LEFT JOIN capacity.intake i USING (service_id) LEFT JOIN capacity.availability a USING (service_id)
    WHERE s.service_id = service);
  END $$`;

/** A service that the directory reports as closed still exists, but takes nobody. */
export class TakesPeople1797100000002 implements MigrationInterface {
  readonly name = 'TakesPeople1797100000002';

  async up(runner: QueryRunner): Promise<void> {
    // The default is for services stored before this column, until the registry sends them again.
    await runner.query('ALTER TABLE capacity.service_ref ADD COLUMN takes_people boolean NOT NULL DEFAULT true');
    await runner.query(availabilityOf(`'takes_people', s.takes_people,`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(availabilityOf(''));
    await runner.query('ALTER TABLE capacity.service_ref DROP COLUMN takes_people');
  }
}
