import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The time in which a shelter accepts an offer begins when the offer is taken. */
export class AcceptanceOfOffers1797200000002 implements MigrationInterface {
  readonly name = 'AcceptanceOfOffers1797200000002';

  async up(runner: QueryRunner): Promise<void> {
    // Set for an offer that nobody has taken and the shelter has not accepted. Null: accepted, not required, or its time is running
    // already.
    await runner.query('ALTER TABLE capacity.hold ADD COLUMN acceptance_minutes integer');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE capacity.hold DROP COLUMN acceptance_minutes');
  }
}
