import type { Database } from '@haven/persistence';
import type { Measure } from '../service/service-parts.js';
import type { Metrics } from './metrics.js';

/** Reads each measure of a service whenever somebody asks for the metrics. */
export function startMeasures(metrics: Metrics, database: Database, measures: readonly Measure[]): void {
  for (const { name, help, labels, read } of measures)
    metrics.gauge(name, help, [...labels], async (set) => {
      for (const { labels: of, value } of await read(database)) set({ ...of }, value);
    });
}
