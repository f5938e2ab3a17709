import { applyTopics, kafkaClient } from '@haven/messaging';
import { openSchema, runWorker, say, tell } from './worker-process.js';

const partitions = 6;

/** Makes the tables and the topic of a run: three replicas, of which two must have an event. */
await runWorker(async (settings) => {
  const database = await openSchema(settings, true);
  await database.close();
  const kafka = kafkaClient({ brokers: settings.brokers, clientId: 'haven-chaos-prepare' }, (_level, text) => tell(text));
  await applyTopics(kafka, [{ name: settings.topic, partitions, settings: {} }], { replicas: 3, inSync: 2 });
  say({ done: null });
  return () => Promise.resolve();
});
