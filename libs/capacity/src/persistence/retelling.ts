import { leapSequences, sequenceLeap, type OutgoingEvent } from '@haven/messaging';
import type { Database } from '@haven/persistence';
import type { EntityManager } from 'typeorm';
import type { Capacity, CapacityTransaction } from '../application/ports.js';
import { holdOf, type HoldRow } from './hold-row.js';
import { holdRows, newsOf } from './holds.js';

type Retelling = Pick<CapacityTransaction, 'leapSequences' | 'leapBeds' | 'tellHolds'>;

/** Telling anew, within one transaction. `news`: what the world will hear. */
export const retelling = (tx: EntityManager, news: OutgoingEvent[]): Retelling => ({
  leapSequences: () => leapSequences(tx, 'capacity'),
  leapBeds: async (serviceId) => {
    await tx.query('UPDATE capacity.availability SET sequence = sequence + $2 WHERE service_id = $1', [serviceId, sequenceLeap]);
  },
  tellHolds: async (serviceId) => {
    const active = `${holdRows} WHERE h.service_id = $1 AND h.state IN ('HELD', 'CONFIRMED') ORDER BY h.id`;
    news.push(...(await tx.query<HoldRow[]>(active, [serviceId])).map((row) => newsOf(holdOf(row))));
  },
});

/** What there is to tell of. */
export const retellingReads = (database: Database): Pick<Capacity, 'servicesToldOf'> => ({
  servicesToldOf: async (afterId) => {
    const rows = await database.dataSource.query<{ service_id: string }[]>(
      'SELECT service_id FROM capacity.availability WHERE sequence > 0 AND service_id > $1 ORDER BY service_id LIMIT 200',
      [afterId],
    );
    return rows.map(({ service_id }) => service_id);
  },
});
