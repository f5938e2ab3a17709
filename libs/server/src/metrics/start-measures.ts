import type { Database } from '@haven/persistence';
import type { Measure } from '../service/service-parts.js';
import type { Metrics } from './metrics.js';

/** Reads each of a service's own metrics when Prometheus asks. */
export function startMeasures(metrics: Metrics, database: Database, measures: readonly Measure[]): void {
  for (const { name, help, labels, read } of measures)
    metrics.gauge(name, help, [...labels], async (set) => {
      for (const { labels: of, value } of await read(database)) set({ ...of }, value);
    });
}
