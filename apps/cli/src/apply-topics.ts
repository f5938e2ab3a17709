import { readKafkaSettings } from '@haven/config';
import { topicDeclarations } from '@haven/events';
import { applyTopics, kafkaClient } from '@haven/messaging';
import { CommandProblem } from './command-problem.js';

/** As many copies as a topic gets if the cluster has enough brokers. Two of three must have an event before it counts. */
const replicasWanted = 3;

/** Makes the topics in Kafka, as configured by the environment, match their declarations. Answers the exit code. */
export async function applyDeclaredTopics(replicas: number | null): Promise<number> {
  const kafka = kafkaClient({ ...readKafkaSettings(process.env), clientId: 'haven-topics' }, () => undefined);
  try {
    const copies = replicas ?? Math.min(replicasWanted, await brokersOf(kafka));
    const changes = await applyTopics(kafka, topicDeclarations, { replicas: copies, inSync: Math.max(1, copies - 1) });
    for (const { topic, done } of changes) process.stdout.write(`${topic} ${done}\n`);
    return 0;
  } catch (error) {
    throw new CommandProblem(
      `Kafka did not create the topics: ${(error as Error).message} Look at KAFKA_BROKERS, and at the brokers' logs.`,
    );
  }
}

async function brokersOf(kafka: ReturnType<typeof kafkaClient>): Promise<number> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    return (await admin.describeCluster()).brokers.length;
  } finally {
    await admin.disconnect();
  }
}
