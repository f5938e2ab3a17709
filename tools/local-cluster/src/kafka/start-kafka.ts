import type { Places } from '../files/places.js';
import { endOfLog, logHas } from '../processes/log-file.js';
import { supervise, type Supervised, type Supervision } from '../processes/supervise.js';
import { untilReady } from '../processes/until-ready.js';
import { prepareNode, type KafkaProgram } from './kafka-node.js';
import type { KafkaPlan } from './kafka-plan.js';
import { kafkaStarted } from './kafka-properties.js';

/** A running Kafka. */
export interface RunningKafka {
  readonly processes: readonly { readonly supervised: Supervised; readonly port: number }[];
  /** Resolves when every node is ready. */
  untilReady(signal: AbortSignal): Promise<void>;
  stop(): Promise<void>;
}

/** Options of {@link startKafka}. */
export interface KafkaOptions {
  readonly program: KafkaProgram;
  readonly plan: KafkaPlan;
  readonly places: Places;
  readonly supervision: Supervision;
}

/** Starts the nodes, all at once, since they elect a leader together. */
export async function startKafka({ program, plan, places, supervision }: KafkaOptions, signal: AbortSignal): Promise<RunningKafka> {
  const { nodes } = plan;
  const specs = await Promise.all(nodes.map((node) => prepareNode(program, node, plan, places, signal)));
  const offsets = await Promise.all(specs.map(({ log }) => endOfLog(log)));
  signal.throwIfAborted();
  const running = specs.map((spec) => supervise(spec, supervision));
  return {
    processes: running.map((supervised, index) => ({ supervised, port: nodes[index]!.brokerPort })),
    untilReady: async (until) => {
      const serving = specs.map(
        ({ log }, index) =>
          () =>
            logHas(log, offsets[index]!, kafkaStarted),
      );
      await Promise.all(running.map((supervised, index) => untilReady(supervised, serving[index]!, specs[index]!.log, until)));
    },
    stop: async () => void (await Promise.all(running.map((supervised) => supervised.stop()))),
  };
}
