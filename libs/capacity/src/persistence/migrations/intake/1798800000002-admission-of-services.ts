import type { MigrationInterface, QueryRunner } from 'typeorm';

const active = `'active', s.active,`;
const activeAndAdmits = `${active} 'service_admits', s.admits,`;

/** Edits the function in place, so that its other output stays. */
async function tell(runner: QueryRunner, from: string, to: string): Promise<void> {
  const [{ now }] = (await runner.query(`SELECT pg_get_functiondef('capacity.availability_of(text)'::regprocedure) AS now`)) as [
    { now: string },
  ];
  await runner.query(now.replace(from, to));
}

/** The admission rule of a service, whatever its pools say. Null: not learned yet; `learnRules` reads it from old events. */
export class AdmissionOfServices1798800000002 implements MigrationInterface {
  readonly name = 'AdmissionOfServices1798800000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE capacity.service_ref ADD COLUMN admits jsonb');
    await tell(runner, active, activeAndAdmits);
  }

  async down(runner: QueryRunner): Promise<void> {
    await tell(runner, activeAndAdmits, active);
    await runner.query('ALTER TABLE capacity.service_ref DROP COLUMN admits');
  }
}
