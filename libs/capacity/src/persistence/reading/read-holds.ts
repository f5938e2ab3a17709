import type { Database } from '@haven/persistence';
import type { EntityManager } from 'typeorm';
import type { Capacity, Reach, StoredHold } from '../../ports.js';
import { holdOf, type HoldRow } from '../hold-row.js';
import { activeHoldRows, dueAt, isOverNow, readHold } from '../holds.js';
import { serviceIdsOf } from './service-ids.js';

const activePage = `${activeHoldRows}
  AND ($1::text IS NULL OR h.service_id = $1) AND ($2::uuid IS NULL OR h.id > $2) ORDER BY h.id LIMIT 200`;
const due = `SELECT DISTINCT service_id FROM (
  SELECT service_id FROM capacity.hold WHERE state = 'HELD' AND ${isOverNow} ORDER BY ${dueAt} LIMIT 100) due`;

const mostOpen = 1_000;

/** Holds at any service that have not ended: those that end soonest first, then placements. */
async function readOpenHolds(tx: EntityManager, reach: Reach): Promise<StoredHold[]> {
  const [which, values] = within(reach);
  const order = `ORDER BY h.state = 'CONFIRMED', ${dueAt}, h.id LIMIT ${mostOpen}`;
  return (await tx.query<HoldRow[]>(`${activeHoldRows} AND ${which} ${order}`, values)).map(holdOf);
}

function within(reach: Reach): [string, (string | null)[]] {
  if (reach === 'ALL') return ['true', []];
  if ('of' in reach) return ['h.organization_id IS NOT DISTINCT FROM $1', [reach.of]];
  return ['h.service_id IN (SELECT s.service_id FROM capacity.service_ref s WHERE s.organization_id = $1)', [reach.at]];
}

/** Reads of holds. */
export const holdReads = (read: Database['read']): Pick<Capacity, 'hold' | 'activeHolds' | 'openHolds' | 'servicesWithDueHolds'> => ({
  hold: (holdId) => read((tx) => readHold(tx, holdId)),
  activeHolds: (serviceId, afterId) => read(async (tx) => (await tx.query<HoldRow[]>(activePage, [serviceId, afterId])).map(holdOf)),
  openHolds: (reach) => read((tx) => readOpenHolds(tx, reach)),
  servicesWithDueHolds: () => read((tx) => serviceIdsOf(tx, due)),
});
