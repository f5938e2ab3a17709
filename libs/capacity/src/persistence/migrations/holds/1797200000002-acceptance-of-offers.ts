import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The time in which a shelter says yes to an offer begins when it is taken. */
export class AcceptanceOfOffers1797200000002 implements MigrationInterface {
  readonly name = 'AcceptanceOfOffers1797200000002';

  async up(runner: QueryRunner): Promise<void> {
    // Of an offer that nobody has taken and the shelter has not said yes to. Null: it has, or need not, or its time runs already.
    await runner.query('ALTER TABLE capacity.hold ADD COLUMN acceptance_minutes integer');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE capacity.hold DROP COLUMN acceptance_minutes');
  }
}
