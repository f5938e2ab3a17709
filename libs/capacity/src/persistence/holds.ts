import { holdTopic, holdType, type HoldState } from '@haven/events';
import type { OutgoingEvent } from '@haven/messaging';
import type { EntityManager } from 'typeorm';
import type { CapacityTransaction, NewHold, StoredHold } from '../ports.js';
import { holdMoves, type HoldMove, type HoldVerb } from '../placing/hold.js';
import type { WaitingState } from '../offers/waiting.js';
import { clock, poolHistory } from './bed-pools.js';
import { holdOf, iso, type HoldRow } from './hold-row.js';
import { waitingHistory } from './waitlist.js';

type Holds = Pick<
  CapacityTransaction,
  'hold' | 'claimBeds' | 'moveHold' | 'acceptHold' | 'takeOffer' | 'extendStay' | 'extendHold' | 'expireDueHolds' | 'declineHolds'
>;

/** The beds of a hold, in a fixed order so that one hold always gives the same bytes, and the organization whose shelter it is at. */
const parts = (hold: string): string => `${bedsOf(`${hold}.id`)} AS beds,
  (SELECT s.organization_id FROM capacity.service_ref s WHERE s.service_id = ${hold}.service_id) AS shelter,
  EXISTS (SELECT 1 FROM capacity.waiting w WHERE w.hold_id = ${hold}.id AND w.state = 'OFFERED') AS is_offer,
  ${hold}.expected_end::text AS stay_until`;
const bedsOf = (hold: string): string =>
  `(SELECT json_agg(json_build_object('poolId', b.pool_id, 'beds', b.beds) ORDER BY b.pool_id) FROM capacity.held_beds b WHERE b.hold_id = ${hold})`;

/** When a hold ends by itself, and whether it has. The clock of the database decides. */
export const dueAt = 'least(expires_at, accept_by)';
export const isOver = `(${dueAt} <= clock_timestamp())`;
/** The same, but the clock is read once, so that an index can find due holds. */
export const isOverNow = `(${dueAt} <= (SELECT clock_timestamp()))`;

/** Holds with their beds. */
export const holdRows = `SELECT h.*, ${parts('h')} FROM capacity.hold h`;

/** The holds among them that have not ended. */
export const activeHoldRows = `${holdRows} WHERE h.state IN ('HELD', 'CONFIRMED')`;

/** A stored hold. */
export async function readHold(database: Pick<EntityManager, 'query'>, holdId: string): Promise<StoredHold | null> {
  const [row] = await database.query<HoldRow[]>(`${holdRows} WHERE h.id = $1`, [holdId]);
  return row ? holdOf(row) : null;
}

/** Holds within one transaction. The caller has locked the beds of the service. `news`: events to emit. */
export const holds = (tx: EntityManager, news: OutgoingEvent[]): Holds => ({
  hold: (holdId) => readHold(tx, holdId),
  claimBeds: (hold) => claimBeds(tx, news, hold),
  moveHold: async (holdId, verb, expectedVersion, subject) => {
    const which = `id = $1 AND version = $2 AND ${inTime(verb)}`;
    const [moved] = await move(tx, news, holdMoves[verb], which, '$3::text', [holdId, expectedVersion, subject]);
    return moved ?? null;
  },
  acceptHold: (holdId, expectedVersion, subject) =>
    stay(tx, news, accepted, '(accept_by IS NOT NULL OR acceptance_minutes IS NOT NULL)', [holdId, expectedVersion, subject]),
  takeOffer: async (holdId, expectedVersion, { minutes, asks, subject }) => {
    // The shelter's time begins now. For an offer from a process of the previous version it is running already.
    const longer = `expires_at = greatest(expires_at, ${clock} + make_interval(mins => $4)),
      accept_by = coalesce(${clock} + make_interval(mins => acceptance_minutes), accept_by), acceptance_minutes = NULL, asks = $5::jsonb`;
    const taken = await stay(tx, news, longer, offered, [holdId, expectedVersion, subject, minutes, JSON.stringify(asks)]);
    const take = `UPDATE capacity.waiting SET state = 'TAKEN', party = NULL, version = version + 1 WHERE hold_id = $1 AND state = 'OFFERED' RETURNING *`;
    if (taken) await tx.query(`WITH waited AS (${take}) ${waitingHistory('$2::text')}`, [holdId, subject]);
    return taken && { ...taken, isOffer: false };
  },
  extendStay: async (holdId, expectedVersion, expectedEnd, subject) => {
    const extend = `WITH changed AS (
        UPDATE capacity.hold SET expected_end = $4::date, version = version + 1 WHERE id = $1 AND version = $2 AND state = 'CONFIRMED' RETURNING *),
      ${audited}`;
    return keep(tx, news, extend, [holdId, expectedVersion, subject, expectedEnd]);
  },
  extendHold: (holdId, expectedVersion, minutes, subject) => {
    const longer = `expires_at = greatest(expires_at, ${clock} + make_interval(mins => $4))`;
    return stay(tx, news, longer, `NOT ${offered}`, [holdId, expectedVersion, subject, minutes]);
  },
  expireDueHolds: async (serviceId) => {
    // Usually no hold is due, and this check costs a tenth of an update that moves none.
    const due = await tx.query<unknown[]>(`SELECT 1 FROM capacity.hold WHERE service_id = $1 AND state = 'HELD' AND ${isOverNow} LIMIT 1`, [
      serviceId,
    ]);
    if (due.length === 0) return [];
    return move(tx, news, holdMoves.expire, `service_id = $1 AND ${inTime('expire')}`, 'NULL::text', [serviceId]);
  },
  declineHolds: async (serviceId) => {
    await move(tx, news, holdMoves.decline, `service_id = $1 AND ${inTime('decline')}`, 'NULL::text', [serviceId]);
  },
});

/** $1 is the hold. */
const offered = `EXISTS (SELECT 1 FROM capacity.waiting w WHERE w.hold_id = $1 AND w.state = 'OFFERED')`;
const accepted = 'accept_by = NULL, acceptance_minutes = NULL';

/**
 * Changes a hold that stays held; null if it is not held, is due, or has another version. Values: hold, version, subject, then those of the
 * change.
 */
async function stay(
  tx: EntityManager,
  news: OutgoingEvent[],
  change: string,
  condition: string,
  values: unknown[],
): Promise<StoredHold | null> {
  const statement = `WITH changed AS (
      UPDATE capacity.hold SET ${change}, version = version + 1
      WHERE id = $1 AND version = $2 AND state = 'HELD' AND NOT ${isOver} AND ${condition} RETURNING *),
    ${audited}`;
  return keep(tx, news, statement, values);
}

/** Records the change of one hold in the same statement. $3 is the actor. */
const audited = `audit AS (INSERT INTO capacity.hold_change (hold_id, version, state, at, subject) SELECT id, version, state, ${clock}, $3::text FROM changed)
    SELECT changed.*, ${parts('changed')} FROM changed`;

async function keep(tx: EntityManager, news: OutgoingEvent[], statement: string, values: unknown[]): Promise<StoredHold | null> {
  const [row] = await tx.query<HoldRow[]>(statement, values);
  if (!row) return null;
  const changed = holdOf(row);
  news.push(newsOf(changed));
  return changed;
}

/** A due hold can only expire, whether or not the sweeper has seen it. */
const inTime = (verb: HoldVerb): string => {
  if (holdMoves[verb].from !== 'HELD') return 'true';
  return verb === 'expire' ? isOver : `NOT ${isOver}`;
};

/** Takes the beds, all or none. If one of them is not free, the whole transaction fails. */
async function claimBeds(tx: EntityManager, news: OutgoingEvent[], hold: NewHold): Promise<StoredHold> {
  const [{ made }] = await tx.query<[{ made: HoldMade }]>('SELECT capacity.claim_beds($1) AS made', [JSON.stringify(hold)]);
  const stored = storedHold(hold, made);
  news.push(newsOf(stored));
  return stored;
}

/** What the database returns for a new hold. */
export type HoldMade = Pick<HoldRow, 'created_at' | 'expires_at' | 'accept_by' | 'shelter'>;

export function storedHold(hold: NewHold, made: HoldMade): StoredHold {
  const { id, serviceId, beds, holder, caseReference, party, asks } = hold;
  return {
    hold: {
      id,
      serviceId,
      state: 'HELD',
      beds: beds.toSorted((a, b) => (a.poolId < b.poolId ? -1 : 1)),
      createdAt: iso(made.created_at),
      expiresAt: iso(made.expires_at),
      version: 1,
    },
    isOffer: false,
    expectedEnd: null,
    acceptBy: made.accept_by && iso(made.accept_by),
    isToAccept: made.accept_by !== null,
    holder,
    shelterOrganizationId: made.shelter,
    caseReference,
    party,
    asks,
  };
}

/** What happens to a waitlist entry when its offered hold moves. */
const waitingAfter: Readonly<Record<HoldState, WaitingState>> = {
  HELD: 'OFFERED',
  CONFIRMED: 'TAKEN',
  CHECKED_OUT: 'TAKEN',
  RELEASED: 'LEFT',
  EXPIRED: 'MISSED',
  DECLINED: 'MISSED',
};

/** The directory cannot know who has arrived. From now on its number of free beds would give their bed away. */
const arrived = ', occupied = p.occupied + freed.beds, counted = true';
const left = `occupied = greatest(p.occupied - greatest(freed.beds - p.seen_empty, 0), 0), seen_empty = greatest(p.seen_empty - freed.beds, 0)`;

/**
 * Moves holds and their beds in one statement. When somebody leaves, their bed becomes free only if no count has found it empty. Otherwise
 * it is free already, and the occupied beds are those of others.
 */
async function move(
  tx: EntityManager,
  news: OutgoingEvent[],
  { from, to, beds }: HoldMove,
  which: string,
  subject: string,
  values: unknown[],
): Promise<StoredHold[]> {
  const counts = from === 'HELD' ? `held = p.held - freed.beds${beds === 'OCCUPIED' ? arrived : ''}` : left;
  const ended = to === 'CONFIRMED' ? 'party' : 'NULL';
  const statement = `WITH moved AS (
      UPDATE capacity.hold SET state = '${to}', version = version + 1, ${accepted}, party = ${ended} WHERE state = '${from}' AND ${which} RETURNING *),
    audit AS (INSERT INTO capacity.hold_change (hold_id, version, state, at, subject) SELECT id, version, state, ${clock}, ${subject} FROM moved),
    waited AS (UPDATE capacity.waiting w SET state = '${waitingAfter[to]}', party = NULL, version = w.version + 1 FROM moved
      WHERE w.hold_id = moved.id AND w.state = 'OFFERED' RETURNING w.*),
    waiting_history AS (${waitingHistory(subject)}),
    freed AS (SELECT b.pool_id, sum(b.beds)::integer AS beds FROM capacity.held_beds b JOIN moved ON moved.id = b.hold_id GROUP BY b.pool_id),
    changed AS (UPDATE capacity.bed_pool p SET ${counts}, version = p.version + 1 FROM freed WHERE p.id = freed.pool_id RETURNING p.*),
    history AS (${poolHistory(clock, subject)})
    SELECT moved.*, ${parts('moved')} FROM moved ORDER BY moved.id`;
  const moved = (await tx.query<HoldRow[]>(statement, values)).map((row) => ({ ...holdOf(row), isOffer: false }));
  news.push(...moved.map(newsOf));
  return moved;
}

/** The event that a changed hold publishes. */
export const newsOf = ({ hold }: StoredHold): OutgoingEvent => ({ topic: holdTopic, key: hold.id, type: holdType, data: hold });
