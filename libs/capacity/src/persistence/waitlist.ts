import type { EntityManager } from 'typeorm';
import type { CapacityTransaction, Reach, StoredWaiting } from '../ports.js';
import type { PartyMember } from '../placing/hold-request.js';
import { waitHours, type WaitingState } from '../offers/waiting.js';
import { clock } from './bed-pools.js';
import { serviceIdsOf } from './reading/service-ids.js';

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
  readonly waits_until: Date;
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
    waitsUntil: row.waits_until.toISOString(),
    holdId: row.hold_id,
    caseReference: row.case_reference,
    version: row.version,
  },
  holder: { subject: row.subject, organizationId: row.organization_id },
  shelterOrganizationId: row.shelter,
  party: row.party,
  beds: row.beds,
});

const isOpen = `w.state IN ('WAITING', 'OFFERED')`;
const mostWaits = 1_000;

type Reader = Pick<EntityManager, 'query'>;
const read = async (database: Reader, where: string, values: readonly unknown[], most: number | null = null): Promise<StoredWaiting[]> =>
  (await database.query<Row[]>(`${rows} WHERE ${where} ORDER BY w.place LIMIT ${most ?? 'ALL'}`, [...values])).map(waitingOf);

export const readWaiting = async (database: Reader, id: string): Promise<StoredWaiting | null> =>
  (await read(database, 'w.id = $1', [id]))[0] ?? null;

/** Waitlist entries of a service that wait or have an offer, the oldest first. */
export const readWaitlist = (database: Reader, serviceId: string): Promise<StoredWaiting[]> =>
  read(database, `w.service_id = $1 AND ${isOpen}`, [serviceId]);

/** Waitlist entries of any service that wait or have an offer, the oldest first. */
export async function readWaits(database: Reader, reach: Reach): Promise<StoredWaiting[]> {
  if (reach === 'ALL') return read(database, isOpen, [], mostWaits);
  if ('of' in reach) return read(database, `${isOpen} AND w.organization_id IS NOT DISTINCT FROM $1`, [reach.of], mostWaits);
  const there = 'w.service_id IN (SELECT s.service_id FROM capacity.service_ref s WHERE s.organization_id = $1)';
  return read(database, `${isOpen} AND ${there}`, [reach.at], mostWaits);
}

/** Services with a waitlist entry that is due to expire. */
export function readDueWaits(database: EntityManager): Promise<string[]> {
  const due = `SELECT DISTINCT service_id FROM (SELECT service_id FROM capacity.waiting
    WHERE state = 'WAITING' AND waits_until <= (SELECT clock_timestamp()) ORDER BY waits_until LIMIT 100) due`;
  return serviceIdsOf(database, due);
}

/** Each statement that changes a waitlist entry also records it. `waited` are the entries after the change. */
export const waitingHistory = (subject: string): string =>
  `INSERT INTO capacity.waiting_change (waiting_id, version, state, at, subject) SELECT id, version, state, ${clock}, ${subject} FROM waited`;

/** Changes the state of waitlist entries. `which` selects them. */
const moveOn = (to: WaitingState, which: string, subject: string): string =>
  `WITH waited AS (UPDATE capacity.waiting SET state = '${to}', party = NULL, version = version + 1 WHERE state = 'WAITING' AND ${which} RETURNING *),
   history AS (${waitingHistory(subject)}) SELECT 1 FROM waited`;

type Waitlists = Pick<CapacityTransaction, 'waiting' | 'offeredTo' | 'inLine' | 'join' | 'offer' | 'leave' | 'endWaits' | 'expireWaits'>;

/** Waiting lists within one transaction. The caller has locked the beds of the service. */
export const waitlists = (tx: EntityManager): Waitlists => ({
  waiting: (id) => readWaiting(tx, id),
  offeredTo: async (holdId) => (await read(tx, `w.hold_id = $1 AND w.state = 'OFFERED'`, [holdId]))[0] ?? null,
  inLine: (serviceId) => read(tx, `w.service_id = $1 AND w.state = 'WAITING' AND w.waits_until > clock_timestamp()`, [serviceId]),
  join: async ({ id, serviceId, holder, caseReference, party, beds }) => {
    await tx.query(
      `WITH waited AS (
         INSERT INTO capacity.waiting (id, service_id, state, subject, organization_id, case_reference, party, beds, joined_at, waits_until, version)
         SELECT $1::uuid, $2::text, 'WAITING', $3::text, $4::text, $5::text, $6::jsonb, $7::integer, now_is.at, now_is.at + make_interval(hours => $8::integer), 1
         FROM (SELECT ${clock} AS at) now_is RETURNING *)
       ${waitingHistory('subject')}`,
      [id, serviceId, holder.subject, holder.organizationId, caseReference, JSON.stringify(party), beds, waitHours],
    );
  },
  offer: async (id, holdId, acceptanceMinutes) => {
    await tx.query(
      `WITH waited AS (UPDATE capacity.waiting SET state = 'OFFERED', hold_id = $2, version = version + 1 WHERE id = $1 AND state = 'WAITING' RETURNING *),
         asked AS (UPDATE capacity.hold SET acceptance_minutes = $3::integer WHERE id = $2)
       ${waitingHistory('NULL::text')}`,
      [id, holdId, acceptanceMinutes],
    );
  },
  leave: async (id, expectedVersion, subject) => {
    await tx.query(moveOn('LEFT', 'id = $1 AND version = $2', '$3::text'), [id, expectedVersion, subject]);
  },
  endWaits: async (serviceId) => {
    await tx.query(moveOn('MISSED', 'service_id = $1', 'NULL::text'), [serviceId]);
  },
  expireWaits: async (serviceId) => {
    const expire = moveOn('EXPIRED', 'service_id = $1 AND waits_until <= clock_timestamp()', 'NULL::text');
    return (await tx.query<unknown[]>(expire, [serviceId])).length;
  },
});
