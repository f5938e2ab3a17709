import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Records of the embedded OpenID provider: sessions, codes, refresh tokens, unfinished sign-ins. */
export class ProviderRecords1799000000101 implements MigrationInterface {
  readonly name = 'ProviderRecords1799000000101';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE identity.provider_record (
        kind text NOT NULL,
        id text NOT NULL,
        payload jsonb NOT NULL,
        account_id text,
        grant_id text,
        session_uid text,
        consumed_at timestamptz,
        expires_at timestamptz NOT NULL,
        CONSTRAINT provider_record_pkey PRIMARY KEY (kind, id)
      )`);
    await queryRunner.query('CREATE INDEX provider_record_by_account ON identity.provider_record (account_id)');
    await queryRunner.query('CREATE INDEX provider_record_by_grant ON identity.provider_record (grant_id)');
    await queryRunner.query('CREATE INDEX provider_record_by_session ON identity.provider_record (session_uid)');
    await queryRunner.query('CREATE INDEX provider_record_by_expiry ON identity.provider_record (expires_at)');
    await queryRunner.query('GRANT SELECT, INSERT, UPDATE, DELETE ON identity.provider_record TO haven_identity');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE identity.provider_record');
  }
}
