import { access, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Places } from '../files/places.js';
import type { ChildSpec } from '../processes/child.js';
import { runJob } from '../processes/run-job.js';
import type { KafkaPlan } from './kafka-plan.js';
import { kafkaLogging, kafkaProperties, type KafkaNode } from './kafka-properties.js';

/** How to run Kafka. */
export interface KafkaProgram {
  readonly java: string;
  /** Folder with `libs/`. */
  readonly home: string;
}

const heap = ['-Xms64m', '-Xmx256m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];

/** Writes the node's settings, formats its folder the first time, and returns how to run it. */
export async function prepareNode(
  program: KafkaProgram,
  node: KafkaNode,
  plan: KafkaPlan,
  places: Places,
  signal: AbortSignal,
): Promise<ChildSpec> {
  const folder = dirname(node.logs);
  const settings = join(folder, 'server.properties');
  const logging = join(folder, 'log4j2.properties');
  await mkdir(folder, { recursive: true });
  await writeFile(settings, kafkaProperties(node, plan.nodes));
  await writeFile(logging, kafkaLogging);
  const name = `kafka-${node.id}`;
  const log = places.logOf(name);
  const java = (main: string, ...args: string[]) => ({
    command: program.java,
    args: [...heap, `-Dlog4j2.configurationFile=${logging}`, '-cp', join(program.home, 'libs', '*'), main, ...args],
    directory: folder,
    log,
  });
  if (!(await isFormatted(node)))
    await runJob({ name: `Formatting ${name}`, ...java('kafka.tools.StorageTool', 'format', '-t', plan.cluster, '-c', settings) }, signal);
  return { name, ...java('kafka.Kafka', settings) };
}

const isFormatted = ({ logs }: KafkaNode): Promise<boolean> =>
  access(join(logs, 'meta.properties')).then(
    () => true,
    () => false,
  );
