import type { HavenEvent } from '@haven/messaging';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import { liveGauges, type Read } from './live-gauges.js';

/** Seconds, from an answer in memory to one that nobody waits for. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Metrics of this process in Prometheus format. Labels name parts of Haven, never people or places. */
export interface Metrics {
  readonly contentType: string;
  /** The text that Prometheus reads. */
  text(): Promise<string>;
  gauge(name: string, help: string, labelNames: string[], read: Read): void;
  /** Called for each event that took effect. */
  applied(group: string): (event: HavenEvent) => void;
  /** Called for each GraphQL operation, with its root fields and the codes of its errors. */
  answered(fields: readonly string[], seconds: number, codes: readonly string[]): void;
}

/** Makes the metrics of a process. `service` is a label on each. */
export function createMetrics(service: string): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  collectDefaultMetrics({ register: registry });
  const delay = histogram(registry, 'haven_projection_delay_seconds', 'From the change to its effect in the follower', 'group');
  const graph = histogram(registry, 'haven_graphql_seconds', 'Time of an operation, by its root field', 'field');
  const errors = new Counter({ name: 'haven_graphql_errors_total', help: 'Errors answered', labelNames: ['code'], registers: [registry] });
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    gauge: liveGauges(registry),
    applied:
      (group) =>
      ({ time }) =>
        delay.observe({ group }, Math.max(0, (Date.now() - Date.parse(time)) / 1_000)),
    answered: (fields, seconds, codes) => {
      for (const field of fields) graph.observe({ field }, seconds);
      for (const code of codes) errors.inc({ code });
    },
  };
}

const histogram = (registry: Registry, name: string, help: string, label: string) =>
  new Histogram({ name, help, labelNames: [label], buckets, registers: [registry] });
