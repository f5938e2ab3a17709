import type { EntityManager } from 'typeorm';
import type { CapacityTransaction } from '../ports.js';
import { usualIntake, type Intake } from '../placing/intake.js';
import { clock } from './bed-pools.js';

/** How a service takes people in, as the database keeps it. */
export interface IntakeRow {
  readonly open: boolean;
  readonly closed_because: Intake['closedBecause'];
  /** A text where a function of the database made JSON of the row. */
  readonly closed_until: Date | string | null;
  readonly requires_acceptance: boolean;
  readonly acceptance_minutes: number;
  readonly usual_minutes: number;
  readonly most_beds_per_organization: number | null;
  readonly version: number;
}

/** How a service takes people in; null: it has not said. */
export const intakeOf = (row: IntakeRow | null): Intake =>
  row === null
    ? usualIntake
    : {
        open: row.open,
        closedBecause: row.closed_because,
        closedUntil: row.closed_until === null ? null : new Date(row.closed_until).toISOString(),
        requiresAcceptance: row.requires_acceptance,
        acceptanceMinutes: row.acceptance_minutes,
        usualMinutes: row.usual_minutes,
        mostBedsPerOrganization: row.most_beds_per_organization,
        version: row.version,
      };

/** What the service has said of its intake. */
export async function readIntake(database: Pick<EntityManager, 'query'>, serviceId: string): Promise<Intake> {
  const [row] = (await database.query('SELECT * FROM capacity.intake WHERE service_id = $1', [serviceId])) as readonly IntakeRow[];
  return intakeOf(row ?? null);
}

const said =
  'service_id, open, requires_acceptance, acceptance_minutes, usual_minutes, most_beds_per_organization, version, closed_because, closed_until';

/** A door that opens by itself now. */
const isDue = `NOT open AND closed_until <= ${clock}`;

/** Services whose door is to open by itself, a few at a time. */
export async function readDueDoors(database: Pick<EntityManager, 'query'>): Promise<string[]> {
  const due = `SELECT service_id FROM capacity.intake WHERE ${isDue} ORDER BY closed_until LIMIT 100`;
  return ((await database.query(due)) as readonly { service_id: string }[]).map(({ service_id }) => service_id);
}

/** How shelters take people in, within one transaction. */
export const intakes = (tx: EntityManager): Pick<CapacityTransaction, 'intake' | 'putIntake' | 'openDueDoor'> => ({
  intake: (serviceId) => readIntake(tx, serviceId),
  putIntake: async (serviceId, intake, subject) => {
    await tx.query(
      `WITH said AS (INSERT INTO capacity.intake AS i (${said})
       VALUES ($1, $2, $3, $4, $5, $6, $7, $9, $10)
       ON CONFLICT (service_id) DO UPDATE SET open = excluded.open, requires_acceptance = excluded.requires_acceptance,
         acceptance_minutes = excluded.acceptance_minutes, usual_minutes = excluded.usual_minutes,
         most_beds_per_organization = excluded.most_beds_per_organization, version = excluded.version,
         closed_because = excluded.closed_because, closed_until = excluded.closed_until RETURNING *)
       INSERT INTO capacity.intake_change (${said}, at, subject) SELECT ${said}, ${clock}, $8 FROM said`,
      [
        serviceId,
        intake.open,
        intake.requiresAcceptance,
        intake.acceptanceMinutes,
        intake.usualMinutes,
        intake.mostBedsPerOrganization,
        intake.version,
        subject,
        intake.closedBecause,
        intake.closedUntil,
      ],
    );
  },
  openDueDoor: async (serviceId) => {
    const opened = await tx.query<unknown[]>(
      `WITH said AS (UPDATE capacity.intake SET open = true, closed_because = NULL, closed_until = NULL, version = version + 1
         WHERE service_id = $1 AND ${isDue} RETURNING *)
       INSERT INTO capacity.intake_change (${said}, at) SELECT ${said}, ${clock} FROM said RETURNING 1`,
      [serviceId],
    );
    return opened.length > 0;
  },
});
