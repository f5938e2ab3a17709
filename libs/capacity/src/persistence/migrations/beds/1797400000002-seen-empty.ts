import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Beds of arrived guests that a count has found empty: their check-out frees no bed a second time. If fewer beds were counted than guests
 * had arrived before this migration, the difference counts as found empty.
 */
export class SeenEmpty1797400000002 implements MigrationInterface {
  readonly name = 'SeenEmpty1797400000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE capacity.bed_pool ADD COLUMN seen_empty integer NOT NULL DEFAULT 0 CONSTRAINT bed_pool_seen_empty CHECK (seen_empty >= 0)',
    );
    await runner.query(`UPDATE capacity.bed_pool p SET seen_empty = placed.beds - p.occupied
      FROM (SELECT b.pool_id, sum(b.beds)::integer AS beds FROM capacity.hold h JOIN capacity.held_beds b ON b.hold_id = h.id
        WHERE h.state = 'CONFIRMED' GROUP BY b.pool_id) placed
      WHERE placed.pool_id = p.id AND placed.beds > p.occupied`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE capacity.bed_pool DROP COLUMN seen_empty');
  }
}
