import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Programs of organizations that sign in with their own keys. */
export class ServiceAccounts1799000000102 implements MigrationInterface {
  readonly name = 'ServiceAccounts1799000000102';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE identity.service_account (
        id text CONSTRAINT service_account_pkey PRIMARY KEY,
        role text NOT NULL,
        organization_id text,
        keys jsonb NOT NULL,
        disabled boolean NOT NULL,
        CONSTRAINT service_account_provider CHECK (role <> 'PROVIDER' OR organization_id IS NOT NULL)
      )`);
    await queryRunner.query('GRANT SELECT, INSERT, UPDATE ON identity.service_account TO haven_identity');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE identity.service_account');
  }
}
