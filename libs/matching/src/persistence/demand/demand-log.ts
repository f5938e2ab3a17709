import { demandTopic, demandType, type DemandView } from '@haven/events';
import { emitAll } from '@haven/messaging';
import type { AgingRows, Database } from '@haven/persistence';
import type { DemandLog } from '../../ports.js';

/** Kept for longer than the past that can be asked about, so that nothing is deleted while somebody asks. */
export const agedDemand: AgingRows = { schema: 'matching', table: 'demand', agedBy: 'hour', days: 400 };

/** Stores demand beside the read model and emits it. A caller gets the answer even if counting fails. */
export const openDemandLog = (database: Database, onError: (error: unknown) => void): DemandLog => ({
  record: (demand) => store(database, demand).catch(onError),
});

const store = (database: Database, demand: readonly DemandView[]): Promise<void> =>
  database.transaction(async (tx) => {
    await tx.query(
      `INSERT INTO matching.demand (hour, category, country, cell, party, language, outcome)
         SELECT hour, category, country, cell, party, language, outcome FROM jsonb_to_recordset($1::jsonb)
           AS d(hour timestamptz, category text, country text, cell text, party text, language text, outcome text)`,
      [JSON.stringify(demand)],
    );
    await emitAll(tx, 'matching', demand.map(eventOf));
  });

/** The event has the hour, not the exact time. */
const eventOf = (data: DemandView) => ({ topic: demandTopic, key: data.cell, type: demandType, time: data.hour, data });
