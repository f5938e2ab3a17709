import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import kafkajs, { type KafkaMessage } from 'kafkajs';
import pg from 'pg';
import type { Seen } from './seen.js';
import type { Shelter } from './shelters.js';
import type { ClusterState } from './local-cluster.js';

/** One event in transit, by its identity. */
export interface Said {
  readonly topic: string;
  readonly key: string;
  readonly sequence: number;
  readonly id: string;
}

/** Sequence of the last event of a key. */
export type Last = Omit<Said, 'id'>;

/** Everything known about a run that has come to rest. */
export interface History {
  /** The shelters, as last acknowledged to their keepers. */
  readonly acknowledged: readonly Shelter[];
  /** The shelters, as they are shown. */
  readonly seen: Seen['shelters'];
  /** Last events of the keys, according to the services that wrote them. */
  readonly written: readonly Last[];
  readonly waiting: number;
  /** The content of the topics, each partition in order. */
  readonly log: readonly Said[];
  /** Last events of the keys, according to matching, and the ids of all events that it has handled. */
  readonly handled: readonly Last[];
  readonly inbox: readonly string[];
  readonly parked: number;
}

/** The part that {@link collectHistory} reads from the databases and the topics. */
export type Traces = Omit<History, 'acknowledged' | 'seen'>;

const topics = ['haven.registry.service.v1', 'haven.capacity.availability.v1'];

async function select<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

const lastOf = (schema: string) => `SELECT topic, event_key AS key, last_sequence::int AS sequence FROM ${schema}.event_sequence`;
const countOf = async (url: string, table: string) => (await select<{ n: number }>(url, `SELECT count(*)::int AS n FROM ${table}`))[0]!.n;

/** Events that wait in the outboxes. */
export async function waitingIn({ databases }: ClusterState): Promise<number> {
  const counts = await Promise.all((['registry', 'capacity'] as const).map((name) => countOf(databases[name], `${name}.outbox`)));
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Reads the databases and the topics. */
export async function collectHistory(state: ClusterState): Promise<Traces> {
  const { registry, capacity, matching } = state.databases;
  const handled = `SELECT topic, event_key AS key, last_sequence::int AS sequence FROM matching.handled_sequence WHERE last_sequence > 0`;
  return {
    written: [...(await select<Last>(registry, lastOf('registry'))), ...(await select<Last>(capacity, lastOf('capacity')))],
    waiting: await waitingIn(state),
    log: await readTopics(state.brokers, topics),
    handled: await select<Last>(matching, handled),
    inbox: (await select<{ id: string }>(matching, 'SELECT event_id AS id FROM matching.inbox')).map(({ id }) => id),
    parked: await countOf(matching, 'matching.parked_event'),
  };
}

/** A client for tests, without output. */
export const quietClient = (brokers: readonly string[], retries = 5) =>
  new kafkajs.Kafka({ brokers: [...brokers], logLevel: kafkajs.logLevel.NOTHING, connectionTimeout: 1_000, retry: { retries } });

const readMilliseconds = 60_000;

/** Everything that the topics contain at this moment. */
export async function readTopics(brokers: readonly string[], names: readonly string[]): Promise<Said[]> {
  const kafka = quietClient(brokers);
  const admin = kafka.admin();
  const consumer = kafka.consumer({ groupId: `chaos-reader-${randomUUID()}`, maxWaitTimeInMs: 200 });
  const said: Said[] = [];
  const ends = new Map<string, bigint>();
  try {
    await admin.connect();
    for (const topic of names)
      for (const { partition, low, high } of await admin.fetchTopicOffsets(topic))
        if (BigInt(high) > BigInt(low)) ends.set(`${topic}/${partition}`, BigInt(high));
    await consumer.connect();
    await consumer.subscribe({ topics: [...names], fromBeginning: true });
    await consumer.run({
      eachMessage: ({ topic, partition, message }) => {
        said.push(saidIn(topic, message));
        if (BigInt(message.offset) + 1n >= (ends.get(`${topic}/${partition}`) ?? 0n)) ends.delete(`${topic}/${partition}`);
        return Promise.resolve();
      },
    });
    for (let waited = 0; ends.size > 0; waited += 100) {
      if (waited > readMilliseconds) throw new Error('The topics could not be read to their end.');
      await sleep(100);
    }
    return said;
  } finally {
    await consumer.disconnect();
    await admin.disconnect();
  }
}

const saidIn = (topic: string, { key, headers }: KafkaMessage): Said => {
  const header = (name: string) => String(headers?.[name]);
  return { topic, key: String(key), sequence: Number(header('ce_sequence')), id: header('ce_id') };
};
