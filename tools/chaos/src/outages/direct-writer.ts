import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import kafkajs from 'kafkajs';
import { quietClient, readTopics, type Last, type Said } from './history.js';

const topic = 'haven.chaos.direct.v1';
const everyMilliseconds = 5_000;
const patienceMilliseconds = 3_000;

/** A wrong service: it stores a change and publishes it right away, or not at all. */
export interface DirectWriter {
  /** Resolves to what it stored, and what the topic contains of it. */
  stop(): Promise<{ readonly written: readonly Last[]; readonly log: readonly Said[] }>;
}

/** Begins to write, one change every few seconds. */
export async function startDirectWriter(brokers: readonly string[]): Promise<DirectWriter> {
  await makeTopic(brokers);
  const stopping = new AbortController();
  let sequence = 0;
  const running = (async () => {
    while (!stopping.signal.aborted) {
      sequence += 1;
      const unheard = () => undefined;
      await Promise.race([tell(brokers, sequence).catch(unheard), sleep(patienceMilliseconds)]);
      await sleep(everyMilliseconds, null, { signal: stopping.signal }).catch(unheard);
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      await running;
      return { written: [{ topic, key: 'direct', sequence }], log: await readTopics(brokers, [topic]) };
    },
  };
}

async function makeTopic(brokers: readonly string[]): Promise<void> {
  const admin = quietClient(brokers).admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic, numPartitions: 1, replicationFactor: brokers.length }], waitForLeaders: true });
  await admin.disconnect();
}

async function tell(brokers: readonly string[], sequence: number): Promise<void> {
  const producer = quietClient(brokers, 0).producer({ createPartitioner: kafkajs.Partitioners.DefaultPartitioner });
  try {
    await producer.connect();
    const headers = { ce_id: randomUUID(), ce_sequence: String(sequence) };
    await producer.send({ topic, acks: -1, messages: [{ key: 'direct', value: '{}', headers }] });
  } finally {
    await producer.disconnect();
  }
}
