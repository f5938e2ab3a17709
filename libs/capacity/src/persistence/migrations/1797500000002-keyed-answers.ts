import { randomBytes } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The hash of what was asked is keyed: of a party, which must be forgotten with its hold, and of a case reference there are so few that
 * a plain hash could be guessed. The key never leaves the database. What was answered before is keyed, too, and can be repeated on.
 */
export class KeyedAnswers1797500000002 implements MigrationInterface {
  readonly name = 'KeyedAnswers1797500000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE capacity.answer_key (
      only_one boolean DEFAULT true CONSTRAINT answer_key_pkey PRIMARY KEY CONSTRAINT answer_key_only_one CHECK (only_one),
      key bytea NOT NULL)`);
    await runner.query('REVOKE ALL ON capacity.answer_key FROM haven_capacity');
    await runner.query('INSERT INTO capacity.answer_key (key) VALUES ($1)', [randomBytes(32)]);
    // All that is keyed is of one length, so that nobody can make another hash of one by going on with it.
    await runner.query(`CREATE FUNCTION capacity.keyed_hash(hash text) RETURNS text
      STABLE LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        RETURN (SELECT encode(sha256(k.key || convert_to(hash, 'UTF8')), 'hex') FROM capacity.answer_key k);
      END $$`);
    await runner.query('REVOKE ALL ON FUNCTION capacity.keyed_hash FROM PUBLIC');
    await runner.query('GRANT EXECUTE ON FUNCTION capacity.keyed_hash TO haven_capacity');
    await runner.query('UPDATE capacity.idempotent_answer SET body_hash = capacity.keyed_hash(body_hash)');
  }

  /** A version that does not know of the key takes a repetition for another call, and does nothing. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION capacity.keyed_hash');
    await runner.query('DROP TABLE capacity.answer_key');
  }
}
