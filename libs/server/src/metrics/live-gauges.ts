import { Gauge, type Registry } from 'prom-client';

/** Sets one sample of a gauge. */
export type SetValue = (labels: Readonly<Record<string, string | number>>, value: number) => void;

/** Reads the samples of a gauge when Prometheus asks. */
export type Read = (set: SetValue) => Promise<void>;

/** Adds readers to gauges by name. If a reader fails, the gauge has no value at that moment, which an alert can detect. */
export function liveGauges(registry: Registry): (name: string, help: string, labelNames: string[], read: Read) => void {
  const readers = new Map<string, Read[]>();
  return (name, help, labelNames, read) => {
    const known = readers.get(name);
    if (known) return void known.push(read);
    const all = [read];
    readers.set(name, all);
    new Gauge({
      name,
      help,
      labelNames,
      registers: [registry],
      async collect() {
        this.reset();
        for (const one of all) await one((labels, value) => this.set(labels, value)).catch(() => undefined);
      },
    });
  };
}
