import type { ConsumerSettings, EmitterSettings, RelaySettings, WorkerSettings } from '../workers/settings.js';
import type { ChaosSystem } from './system.js';
import { keepWorker, runWorkerOnce, type Probe, type Program, type Worker } from './worker.js';

/** One schema, one topic and one consumer group, with the workers between them. */
export interface Flow {
  readonly schema: string;
  /** Starts another emitter, which runs until it is stopped. */
  emitter(settings: Partial<EmitterSettings>): Worker;
  relay(settings?: RelaySettings): Worker;
  consumer(settings?: ConsumerSettings, probe?: Probe): Worker;
  /** Applies parked events, as a repaired consumer. */
  replay(): Promise<{ readonly applied: number; readonly stillParked: number }>;
}

/** Makes the tables and the topic. */
export async function prepareFlow(system: ChaosSystem, schema: string): Promise<Flow> {
  const { connection: database } = system.postgres;
  const common: WorkerSettings = { brokers: system.kafka.brokers, database, schema, topic: `haven.chaos.${schema}.v1` };
  await runWorkerOnce('prepare', common, system.logOf(`${schema}-prepare`));
  const counts = new Map<Program, number>();
  const keep = (program: Program, settings: Partial<WorkerSettings>, probe?: Probe) => {
    const number = (counts.get(program) ?? 0) + 1;
    counts.set(program, number);
    const name = `${schema}-${program}-${number}`;
    return system.own(keepWorker(name, program, { ...common, ...settings }, system.logOf(name), probe));
  };
  return {
    schema,
    emitter: (emitter) => keep('emitter', { emitter: { ...calm, ...emitter } }),
    relay: (relay = {}) => keep('relay', { relay }),
    consumer: (consumer = {}, probe) => keep('consumer', { consumer }, probe),
    replay: async () =>
      (await runWorkerOnce('replay', { ...common, consumer: { repaired: true } }, system.logOf(`${schema}-replay`))) as {
        applied: number;
        stillParked: number;
      },
  };
}

const calm: EmitterSettings = { eventsPerSecond: 200, keys: 500, seed: 4, rolledBack: 0.05, poisoned: 0 };
