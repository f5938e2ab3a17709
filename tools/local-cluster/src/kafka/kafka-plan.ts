import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Places } from '../files/places.js';
import { ClusterProblem } from '../problem.js';
import type { KafkaNode } from './kafka-properties.js';

/** The Kafka of a directory. */
export interface KafkaPlan {
  /** The id with which its folders were formatted. */
  readonly cluster: string;
  readonly nodes: readonly KafkaNode[];
  /** `host:port` of each node. */
  readonly brokers: readonly string[];
}

/** The facts about a directory's Kafka that never change. */
interface KafkaIdentity {
  readonly cluster: string;
  readonly nodes: 1 | 3;
}

/** The most ports that a Kafka needs. */
export const kafkaPortsMaximum = 6;

/** Plans the directory's nodes, or the requested ones the first time. Rejects if another number is requested later. */
export async function planKafka(places: Places, asked: 1 | 3 | null, ports: readonly number[]): Promise<KafkaPlan> {
  const { cluster, nodes: count } = await identityOf(places, asked);
  const nodes = Array.from({ length: count }, (_, index): KafkaNode => {
    const logs = join(places.kafka, `node-${index + 1}`, 'data');
    return { id: index + 1, brokerPort: ports[2 * index]!, controllerPort: ports[2 * index + 1]!, logs };
  });
  return { cluster, nodes, brokers: nodes.map(({ brokerPort }) => `127.0.0.1:${brokerPort}`) };
}

async function identityOf(places: Places, asked: 1 | 3 | null): Promise<KafkaIdentity> {
  const file = join(places.kafka, 'cluster.json');
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) {
    const made: KafkaIdentity = { cluster: newClusterId(), nodes: asked ?? 1 };
    await writeFile(file, `${JSON.stringify(made)}\n`);
    return made;
  }
  const identity = JSON.parse(text) as KafkaIdentity;
  if (asked === null || asked === identity.nodes) return identity;
  throw new ClusterProblem(
    `${places.data} has a Kafka of ${identity.nodes} node${identity.nodes === 1 ? '' : 's'}. Leave --brokers out, or give another directory: --data DIR`,
  );
}

/** An id in Kafka's own form, which must not look like an option of its tools. */
function newClusterId(): string {
  const id = randomBytes(16).toString('base64url');
  return id.startsWith('-') ? newClusterId() : id;
}
