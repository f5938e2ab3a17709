import type { Database } from '@haven/persistence';
import type { Capacity } from '../application/ports.js';
import { holdOf, type HoldRow } from './hold-row.js';
import { activeHoldRows, dueAt, isOverNow, readHold } from './holds.js';

const activePage = `${activeHoldRows}
  AND ($1::text IS NULL OR h.service_id = $1) AND ($2::uuid IS NULL OR h.id > $2) ORDER BY h.id LIMIT 200`;
const due = `SELECT DISTINCT service_id FROM (
  SELECT service_id FROM capacity.hold WHERE state = 'HELD' AND ${isOverNow} ORDER BY ${dueAt} LIMIT 100) due`;

/** What is read of holds without a transaction. */
export const holdReads = (database: Database): Pick<Capacity, 'hold' | 'activeHolds' | 'servicesWithDueHolds'> => ({
  hold: (holdId) => readHold(database.dataSource, holdId),
  activeHolds: async (serviceId, afterId) => (await database.dataSource.query<HoldRow[]>(activePage, [serviceId, afterId])).map(holdOf),
  servicesWithDueHolds: async () => (await database.dataSource.query<{ service_id: string }[]>(due)).map(({ service_id }) => service_id),
});
