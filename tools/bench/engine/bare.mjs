// Sends one message at a time from a producer to a consumer, with the guarantees of events and nothing else. Runs in its own process.
import { kafkaClient } from '@haven/messaging';
import { now } from './moments.mjs';

const topic = 'bench-bare';
/** As large as the counts of a shelter with one room. */
const value = 'x'.repeat(600);

process.once('message', async ({ brokers }) => {
  const kafka = kafkaClient({ brokers, clientId: 'bench' }, () => {});
  const admin = kafka.admin();
  await admin.createTopics({ waitForLeaders: true, topics: [{ topic, numPartitions: 1 }] });
  const consumer = kafka.consumer({ groupId: topic, maxWaitTimeInMs: 250 });
  await consumer.subscribe({ topic, fromBeginning: true });
  let arrived;
  await consumer.run({ eachMessage: async () => arrived() });
  const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });
  await producer.connect();
  const pass = async () => {
    const consumed = new Promise((resolve) => (arrived = resolve));
    const began = now();
    await producer.send({ topic, acks: -1, messages: [{ key: 'one', value }] });
    await consumed;
    return now() - began;
  };
  // The first message waits until the consumer has its partition.
  await pass();
  process.on('message', async () => process.send(await pass()));
  process.send('begun');
});
