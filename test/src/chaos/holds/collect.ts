import type { Postgres } from '../infrastructure/postgres.js';
import type { HistoryFile } from './history-file.js';
import type { HistoryLine } from './history.js';

const counts = 'total, occupied, held, out_of_service AS "outOfService"';
const iso = (time: string) => `to_char(${time} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The gender comes back from the rule of the pool. */
const selects: Readonly<Record<string, string>> = {
  pool: `SELECT id, service_id AS "serviceId", version, ${counts}, admits->'persons'->0->'genders'->>0 AS gender FROM capacity.bed_pool ORDER BY id`,
  poolChange: `SELECT pool_id AS "poolId", version, ${iso('at')} AS at, ${counts}, subject FROM capacity.occupancy_change ORDER BY 1, 2`,
  hold: `SELECT id, service_id AS "serviceId", state, version, subject, ${iso('created_at')} AS "createdAt", ${iso('expires_at')} AS "expiresAt",
    (SELECT coalesce(json_agg(json_build_object('poolId', pool_id, 'beds', beds) ORDER BY pool_id), '[]') FROM capacity.held_beds WHERE hold_id = id) AS beds
    FROM capacity.hold ORDER BY id`,
  holdChange: `SELECT hold_id AS "holdId", version, state, ${iso('at')} AS at, subject FROM capacity.hold_change ORDER BY 1, 2`,
};

/** Adds what the database says, when nobody changes anything any more. */
export async function collect(postgres: Postgres, history: HistoryFile): Promise<void> {
  for (const [line, select] of Object.entries(selects))
    for (const row of await postgres.ask<Record<string, unknown>>(select)) history.add({ line, ...row } as unknown as HistoryLine);
}
