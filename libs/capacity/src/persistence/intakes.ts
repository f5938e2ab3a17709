import type { EntityManager } from 'typeorm';
import type { CapacityTransaction } from '../ports.js';
import type { Intake } from '../placing/intake.js';
import { clock } from './bed-pools.js';
import { intakes as stored } from './capacity-entities.js';
import { intakeOf } from './intake-row.js';
import { serviceIdsOf } from './reading/service-ids.js';

/** The intake of the service, or the defaults. */
export const readIntake = async (tx: EntityManager, serviceId: string): Promise<Intake> =>
  intakeOf(await tx.findOneBy(stored, { service_id: serviceId }));

const said =
  'service_id, open, requires_acceptance, acceptance_minutes, usual_minutes, most_beds_per_organization, version, closed_because, closed_until';

/** An intake that is due to reopen. */
const isDue = `NOT open AND closed_until <= ${clock}`;

/** Services whose intake is due to reopen, a few at a time. */
export const readDueDoors = (tx: EntityManager): Promise<string[]> =>
  serviceIdsOf(tx, `SELECT service_id FROM capacity.intake WHERE ${isDue} ORDER BY closed_until LIMIT 100`);

/** The intake of shelters, within one transaction. */
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
