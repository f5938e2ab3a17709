import { EventEmitter } from 'node:events';
import { randomUUID } from 'node:crypto';
import type { Admin, Consumer, Kafka } from 'kafkajs';
import type { HavenEvent } from '../event.js';
import { toEvent } from './cloud-event.js';
import { groupConsumer } from './client/group-consumer.js';
import { partitionName, type PartitionPosition } from './client/offsets.js';
import { createPulse } from './watch/pulse.js';
import type { Renewable } from './client/renewable.js';
import { untilDone } from './client/until-done.js';
import { watchConsumer, type OnStalled, type Watched } from './watch/watch-consumer.js';

/** Events from now on, for this process only. */
export interface Tail {
  listen(topics: readonly string[], listener: (event: HavenEvent) => void): () => void;
  stop(): Promise<void>;
}

/** Options of a tail. */
export interface TailOptions {
  readonly kafka: Kafka;
  readonly admin: Renewable<Admin>;
  readonly topics: readonly string[];
  readonly onError: (error: unknown) => void;
  readonly onStalled: OnStalled;
}

/** Next offset to deliver, by {@link partitionName}. */
type Positions = Map<string, bigint>;

/**
 * Follows the topics from their current end, through a group that only this process uses. It starts with the process and not with the first
 * listener, so that no listener misses events while the group forms. It tracks its own position as soon as Kafka answers, and continues
 * from there after a break.
 */
export function openTail(options: TailOptions): Tail {
  const { kafka, admin, topics, onError, onStalled } = options;
  const heard = new EventEmitter().setMaxListeners(0);
  const group = `haven-tail-${randomUUID()}`;
  const [stopping, givenUp] = [new AbortController(), new AbortController()];
  const { signal } = stopping;
  const consumer = groupConsumer(kafka, group, signal, givenUp.signal);
  const positions: Positions = new Map();
  const watched: Watched = { group, pulse: createPulse(), positions: (asked) => tailPositions(asked, topics, positions), joined: null };
  consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
    watched.joined = payload;
    seekAll(consumer, payload.memberAssignment, positions);
  });
  consumer.on(consumer.events.CRASH, ({ payload }) => {
    if (signal.aborted || givenUp.signal.aborted) return;
    onError(payload.error);
    if (!payload.restart) onStalled(group, 'crash');
  });
  const follow = async () => {
    if (positions.size === 0) await admin.use((connected) => readEnds(connected, topics, positions));
    await consumer.connect();
    await consumer.subscribe({ topics: [...topics] });
    await consumer.run({
      autoCommit: false,
      eachMessage: ({ topic, partition, message }) => {
        positions.set(partitionName({ topic, partition }), BigInt(message.offset) + 1n);
        heard.emit('event', toEvent({ topic, partition }, message));
        return Promise.resolve();
      },
    });
  };
  const started = untilDone(follow, signal, onError);
  const watching = watchConsumer({ kafka, admin, watched, signal, giveUp: () => givenUp.abort(), onStalled });
  return {
    listen: (wanted, listener) => {
      const hear = (event: HavenEvent) => {
        try {
          if (wanted.includes(event.topic)) listener(event);
        } catch (error) {
          // An error would end the consumer, and with it the events of all other listeners.
          onError(error);
        }
      };
      heard.on('event', hear);
      return () => heard.off('event', hear);
    },
    stop: async () => {
      stopping.abort();
      await Promise.all([started, watching]);
      await consumer.disconnect();
      await admin.use((connected) => connected.deleteGroups([group])).catch(() => undefined);
    },
  };
}

async function readEnds(admin: Admin, topics: readonly string[], positions: Positions): Promise<void> {
  for (const { topic, partition, end } of await tailPositions(admin, topics, positions))
    positions.set(partitionName({ topic, partition }), end);
}

/** The tail commits nothing, so the broker knows only the end of the topics. */
async function tailPositions(admin: Admin, topics: readonly string[], positions: Positions): Promise<PartitionPosition[]> {
  const ends = await Promise.all(topics.map(async (topic) => ({ topic, at: await admin.fetchTopicOffsets(topic) })));
  return ends.flatMap(({ topic, at }) =>
    at.map(({ partition, low, high }) => {
      const [first, end] = [BigInt(low), BigInt(high)];
      const heard = positions.get(partitionName({ topic, partition })) ?? 0n;
      const next = heard < first ? first : heard;
      return { topic, partition, next, end, lag: Number(end > next ? end - next : 0n) };
    }),
  );
}

/** A partition that was added later is read from its beginning. */
function seekAll(consumer: Consumer, assigned: Readonly<Record<string, number[]>>, positions: Positions): void {
  for (const [topic, partitions] of Object.entries(assigned))
    for (const partition of partitions)
      consumer.seek({ topic, partition, offset: (positions.get(partitionName({ topic, partition })) ?? 0n).toString() });
}
