import type { EntityManager } from 'typeorm';
import type { CapacityTransaction, StoredWaiting } from '../application/ports.js';
import type { PartyMember } from '../domain/hold-request.js';
import type { WaitingState } from '../domain/waiting.js';
import { clock } from './bed-pools.js';

interface Row {
  readonly id: string;
  readonly service_id: string;
  readonly state: WaitingState;
  readonly subject: string;
  readonly organization_id: string | null;
  readonly case_reference: string | null;
  readonly party: readonly PartyMember[] | null;
  readonly beds: number | null;
  readonly joined_at: Date;
  readonly hold_id: string | null;
  readonly version: number;
  readonly ahead: number;
  readonly shelter: string;
}

const ahead = `(SELECT count(*)::integer FROM capacity.waiting o WHERE o.service_id = w.service_id AND o.state = 'WAITING' AND o.place < w.place)`;
const withParts = `w.*, CASE WHEN w.state = 'WAITING' THEN ${ahead} ELSE 0 END AS ahead,
  (SELECT s.organization_id FROM capacity.service_ref s WHERE s.service_id = w.service_id) AS shelter`;
const rows = `SELECT ${withParts} FROM capacity.waiting w`;

const waitingOf = (row: Row): StoredWaiting => ({
  waiting: {
    id: row.id,
    serviceId: row.service_id,
    state: row.state,
    ahead: row.ahead,
    joinedAt: row.joined_at.toISOString(),
    holdId: row.hold_id,
    caseReference: row.case_reference,
    version: row.version,
  },
  holder: { subject: row.subject, organizationId: row.organization_id },
  shelterOrganizationId: row.shelter,
  party: row.party,
  beds: row.beds,
});

type Reader = Pick<EntityManager, 'query'>;
const read = async (database: Reader, where: string, values: readonly unknown[]): Promise<StoredWaiting[]> =>
  (await database.query<Row[]>(`${rows} WHERE ${where} ORDER BY w.place`, [...values])).map(waitingOf);

/** Somebody on a list. */
export const readWaiting = async (database: Reader, id: string): Promise<StoredWaiting | null> =>
  (await read(database, 'w.id = $1', [id]))[0] ?? null;

/** Who waits at a service or has an offer there, first come first. */
export const readWaitlist = (database: Reader, serviceId: string): Promise<StoredWaiting[]> =>
  read(database, `w.service_id = $1 AND w.state IN ('WAITING', 'OFFERED')`, [serviceId]);

/** Waiting lists within one transaction; whoever changes one has locked the beds of its service. */
export const waitlists = (
  tx: EntityManager,
): Pick<CapacityTransaction, 'waiting' | 'inLine' | 'join' | 'offer' | 'leave' | 'endWaits'> => ({
  waiting: (id) => readWaiting(tx, id),
  inLine: (serviceId) => read(tx, `w.service_id = $1 AND w.state = 'WAITING'`, [serviceId]),
  join: async ({ id, serviceId, holder, caseReference, party, beds }) => {
    await tx.query(
      `INSERT INTO capacity.waiting (id, service_id, state, subject, organization_id, case_reference, party, beds, joined_at, version)
       VALUES ($1, $2, 'WAITING', $3, $4, $5, $6, $7, ${clock}, 1)`,
      [id, serviceId, holder.subject, holder.organizationId, caseReference, JSON.stringify(party), beds],
    );
  },
  offer: async (id, holdId) => {
    await tx.query(
      `UPDATE capacity.waiting SET state = 'OFFERED', hold_id = $2, version = version + 1 WHERE id = $1 AND state = 'WAITING'`,
      [id, holdId],
    );
  },
  leave: async (id, expectedVersion) => {
    const leave = `UPDATE capacity.waiting SET state = 'LEFT', party = NULL, version = version + 1
      WHERE id = $1 AND version = $2 AND state = 'WAITING'`;
    await tx.query(leave, [id, expectedVersion]);
  },
  endWaits: async (serviceId) => {
    const end = `UPDATE capacity.waiting SET state = 'MISSED', party = NULL, version = version + 1 WHERE service_id = $1 AND state = 'WAITING'`;
    await tx.query(end, [serviceId]);
  },
});
