import type { Postgres } from '../infrastructure/postgres.js';
import { until } from '../infrastructure/until.js';
import type { HistoryFile } from './history-file.js';
import type { HistoryLine } from './history.js';

const counts = 'total, occupied, held, out_of_service AS "outOfService"';
const iso = (time: string) => `to_char(${time} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The gender comes from the rule of the shelter, or of the pool. */
const selects: Readonly<Record<string, string>> = {
  shelter: `SELECT service_id AS "serviceId", admits->'persons'->0->'genders'->>0 AS gender FROM capacity.service_ref ORDER BY 1`,
  pool: `SELECT id, service_id AS "serviceId", version, ${counts}, admits->'persons'->0->'genders'->>0 AS gender,
    seen_empty AS "seenEmpty" FROM capacity.bed_pool ORDER BY id`,
  poolChange: `SELECT pool_id AS "poolId", version, ${iso('at')} AS at, ${counts}, subject FROM capacity.occupancy_change ORDER BY 1, 2`,
  hold: `SELECT id, service_id AS "serviceId", state, version, subject, organization_id AS organization,
    ${iso('created_at')} AS "createdAt", ${iso('expires_at')} AS "expiresAt", ${iso('accept_by')} AS "acceptBy", expected_end::text AS "expectedEnd",
    (SELECT coalesce(json_agg(json_build_object('poolId', pool_id, 'beds', beds) ORDER BY pool_id), '[]') FROM capacity.held_beds WHERE hold_id = id) AS beds
    FROM capacity.hold ORDER BY id`,
  holdChange: `SELECT hold_id AS "holdId", version, state, ${iso('at')} AS at, subject, xmin::text AS transaction FROM capacity.hold_change ORDER BY 1, 2`,
  waiting: `SELECT id, service_id AS "serviceId", state, version, hold_id AS "holdId", subject, place::integer AS place FROM capacity.waiting ORDER BY place`,
  waitingChange: `SELECT waiting_id AS "waitingId", version, state, xmin::text AS transaction FROM capacity.waiting_change ORDER BY 1, 2`,
  intake: `SELECT service_id AS "serviceId", version, open, requires_acceptance AS "requiresAcceptance",
    most_beds_per_organization AS "mostBedsPerOrganization" FROM capacity.intake ORDER BY 1`,
  surge: `SELECT id, pool_id AS "poolId", beds, removed, ${iso('ends_at')} AS "endsAt" FROM capacity.surge ORDER BY id`,
  told: `SELECT event_key AS "serviceId", (data->>'sequence')::integer AS sequence, data->>'status' AS status,
    (SELECT json_object_agg(pool->>'id', (pool->>'version')::integer) FROM jsonb_array_elements(data->'pools') AS pool) AS versions,
    told.xmin::text AS transaction, answered.subject
    FROM capacity.outbox AS told LEFT JOIN answered ON answered.transaction = told.xmin::text
    WHERE topic = 'haven.capacity.availability.v1' ORDER BY position`,
};
/** The subjects whose keys were answered, by transaction. */
const answered = 'answered AS (SELECT xmin::text AS transaction, subject FROM capacity.idempotent_answer)';

const restMilliseconds = 8_000;
/** Holds, waitlist entries and surge beds that a sweeper still has to end. */
const due = `(SELECT count(*) FROM capacity.hold WHERE state = 'HELD' AND least(expires_at, accept_by) <= clock_timestamp())
  + (SELECT count(*) FROM capacity.waiting WHERE state = 'WAITING' AND waits_until <= clock_timestamp())
  + (SELECT count(*) FROM capacity.surge s JOIN capacity.bed_pool p ON p.id = s.pool_id
     WHERE removed < beds AND ends_at <= clock_timestamp() AND occupied + held + out_of_service < total)`;

/** Waits until the sweepers have ended everything that is due, when nobody asks any more; records whether they have. */
export async function untilAtRest(postgres: Postgres, history: HistoryFile): Promise<void> {
  let at = '';
  const isAtRest = async () => {
    const [row] = await postgres.ask<{ at: string; due: number }>(`SELECT ${iso('clock_timestamp()')} AS at, (${due})::integer AS due`);
    at = row!.at;
    return row!.due === 0;
  };
  await until('everything has come to rest', restMilliseconds, isAtRest, 300).catch(() => null);
  history.add({ line: 'rest', at });
}

/** Adds the state of the database, when nobody changes anything any more. */
export async function collect(postgres: Postgres, history: HistoryFile): Promise<void> {
  for (const [line, select] of Object.entries(selects))
    for (const row of await postgres.ask<Record<string, unknown>>(`WITH ${answered} ${select}`))
      history.add({ line, ...row } as unknown as HistoryLine);
}
