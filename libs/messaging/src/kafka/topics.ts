import { setTimeout as sleep } from 'node:timers/promises';
import kafkajs, { type Admin, type Kafka } from 'kafkajs';

/** What a topic must look like. */
export interface TopicDeclaration {
  readonly name: string;
  readonly partitions: number;
  /** Settings of the topic by their Kafka names. Others keep the broker's default. */
  readonly settings: Readonly<Record<string, string>>;
}

/** What was done to a topic. */
export type TopicChange = { readonly topic: string; readonly done: 'created' | 'changed' | 'unchanged' | 'partitions-added' };

/** Copies of each partition, and how many of them must have an event before it counts as written. */
export interface Replication {
  readonly replicas: number;
  readonly inSync: number;
}

/**
 * Makes the cluster's topics match the declarations. Repeating it changes nothing. It only ever adds partitions, and does not change the
 * replication of existing topics: moving replicas is the operator's decision.
 */
export async function applyTopics(kafka: Kafka, topics: readonly TopicDeclaration[], replication: Replication): Promise<TopicChange[]> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const changes: TopicChange[] = [];
    for (const topic of topics) changes.push({ topic: topic.name, done: await apply(admin, topic, replication) });
    return changes;
  } finally {
    await admin.disconnect();
  }
}

const leadersMilliseconds = 30_000;

async function apply(admin: Admin, topic: TopicDeclaration, replication: Replication): Promise<TopicChange['done']> {
  const wanted = settingsOf(topic, replication.inSync);
  const isNew = await admin.createTopics({
    // The client's own wait fails if a broker has not heard of the new topic yet.
    waitForLeaders: false,
    topics: [
      {
        topic: topic.name,
        numPartitions: topic.partitions,
        replicationFactor: replication.replicas,
        configEntries: Object.entries(wanted).map(([name, value]) => ({ name, value })),
      },
    ],
  });
  if (isNew) {
    await untilLed(admin, topic);
    return 'created';
  }
  const present = (await admin.fetchTopicMetadata({ topics: [topic.name] })).topics[0]?.partitions ?? [];
  const added = await addPartitions(admin, topic, present.length);
  // A higher minimum than the number of copies would reject every write.
  const copies = Math.min(...present.map(({ replicas }) => replicas.length));
  const changed = await changeSettings(admin, topic.name, settingsOf(topic, Math.min(replication.inSync, copies)));
  return added ? 'partitions-added' : changed ? 'changed' : 'unchanged';
}

async function untilLed(admin: Admin, { name, partitions }: Pick<TopicDeclaration, 'name' | 'partitions'>): Promise<void> {
  const deadline = Date.now() + leadersMilliseconds;
  while (!(await isLed(admin, name, partitions))) {
    if (Date.now() > deadline) throw new Error(`The partitions of ${name} have no leader yet. Look at the brokers, then apply again.`);
    await sleep(100);
  }
}

/** The metadata names a leader before it accepts writes, so this asks each one. */
async function isLed(admin: Admin, name: string, partitions: number): Promise<boolean> {
  const seen = await admin.fetchTopicMetadata({ topics: [name] }).catch(() => null);
  const led = seen?.topics[0]?.partitions.filter(({ leader }) => leader >= 0) ?? [];
  if (led.length < partitions) return false;
  return admin.fetchTopicOffsets(name).then(
    (offsets) => offsets.length >= partitions,
    () => false,
  );
}

const settingsOf = ({ settings }: TopicDeclaration, inSync: number): Readonly<Record<string, string>> => ({
  ...settings,
  'min.insync.replicas': String(inSync),
  'unclean.leader.election.enable': 'false',
});

async function addPartitions(admin: Admin, { name, partitions }: TopicDeclaration, present: number): Promise<boolean> {
  if (present >= partitions) return false;
  await admin.createPartitions({ topicPartitions: [{ topic: name, count: partitions }] });
  await untilLed(admin, { name, partitions });
  return true;
}

/** Kafka replaces the whole configuration of a topic at once, so this sends the operator's other settings along. */
async function changeSettings(admin: Admin, name: string, wanted: Readonly<Record<string, string>>): Promise<boolean> {
  const resource = { type: kafkajs.ConfigResourceTypes.TOPIC, name };
  const { resources } = await admin.describeConfigs({ includeSynonyms: false, resources: [resource] });
  const own = (resources[0]?.configEntries ?? []).filter(({ configSource }) => Number(configSource) === topicLevel);
  const present = Object.fromEntries(own.map(({ configName, configValue }) => [configName, configValue]));
  if (Object.entries(wanted).every(([key, value]) => present[key] === value)) return false;
  const all = Object.entries({ ...present, ...wanted });
  await admin.alterConfigs({
    validateOnly: false,
    resources: [{ ...resource, configEntries: all.map(([key, value]) => ({ name: key, value })) }],
  });
  return true;
}

/** `DYNAMIC_TOPIC_CONFIG` of Kafka's protocol: set on this topic. */
const topicLevel = 1;
