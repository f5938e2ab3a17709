import { freshnessLimits } from '@haven/kernel';
import type { Database } from '@haven/persistence';

/** The number of open pools at active services whose count is STALE or UNKNOWN. Somebody should ask staff to count. */
export async function stalePools({ read }: Database): Promise<number> {
  const sql = `SELECT count(*)::int AS n FROM capacity.bed_pool p JOIN capacity.service_ref s USING (service_id)
     WHERE s.active AND NOT p.closed AND (p.confirmed_at IS NULL OR p.confirmed_at < now() - make_interval(secs => $1))`;
  const [row] = await read((tx) => tx.query<[{ n: number }]>(sql, [freshnessLimits.aging / 1_000]));
  return row.n;
}
