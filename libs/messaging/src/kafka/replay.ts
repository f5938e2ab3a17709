import { randomUUID } from 'node:crypto';
import type { Admin, EachBatchPayload, Kafka } from 'kafkajs';
import type { BatchHandler } from '../event-bus.js';
import { deliverTo } from './deliver-batch.js';
import { positionsOf, type PartitionPosition } from './offsets.js';
import type { Renewable } from './renewable.js';

/** What a replay needs of its subscription. */
export interface ReplayOptions {
  readonly kafka: Kafka;
  readonly admin: Renewable<Admin>;
  readonly group: string;
  readonly topics: readonly string[];
  readonly handle: BatchHandler;
  readonly onError: (error: unknown) => void;
}

/**
 * Handles everything that the topics hold at this moment, through a group of its own that is removed afterwards: the
 * offsets of a group with living members cannot be set from outside. Meanwhile the subscription goes on; whichever of the
 * two brings an event first, it takes effect once, and an older event of a key never follows a newer one.
 */
export async function replayAll(options: ReplayOptions, prepare: () => Promise<void>): Promise<void> {
  const { kafka, admin, group, topics, handle, onError } = options;
  await prepare();
  const replayGroup = `${group}-replay-${randomUUID()}`;
  const missing = new Map((await admin.use((connected) => positionsOf(connected, replayGroup, topics))).filter(hasMessages).map(asGoal));
  const consumer = kafka.consumer({ groupId: replayGroup, maxWaitTimeInMs: 250, allowAutoTopicCreation: false });
  const deliver = deliverTo(handle, { beats: 0 }, onError);
  await consumer.connect();
  try {
    await consumer.subscribe({ topics: [...topics], fromBeginning: true });
    await new Promise<void>((resolve, reject) => {
      const isDone = () => missing.size === 0 && resolve();
      consumer.on(consumer.events.CRASH, ({ payload }) => payload.restart || reject(payload.error));
      isDone();
      consumer.run({ autoCommit: false, eachBatchAutoResolve: false, eachBatch: ticking(deliver, missing, isDone) }).catch(reject);
    });
  } finally {
    await consumer.disconnect();
    await admin.use((connected) => connected.deleteGroups([replayGroup])).catch(onError);
  }
}

const hasMessages = ({ lag }: PartitionPosition): boolean => lag > 0;

const asGoal = ({ topic, partition, end }: PartitionPosition): [string, bigint] => [`${topic}/${partition}`, end];

/** Crosses a partition off when it has been handled up to its goal. */
const ticking =
  (deliver: (payload: EachBatchPayload) => Promise<void>, missing: Map<string, bigint>, isDone: () => void) =>
  async (payload: EachBatchPayload): Promise<void> => {
    await deliver(payload);
    const { topic, partition } = payload.batch;
    const goal = missing.get(`${topic}/${partition}`);
    if (goal !== undefined && BigInt(payload.batch.lastOffset()) + 1n >= goal) missing.delete(`${topic}/${partition}`);
    isDone();
  };
