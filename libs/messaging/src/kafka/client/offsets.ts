import type { Admin, TopicPartitionOffset } from 'kafkajs';
import type { PartitionLag } from '../../event-bus.js';

/** A group's position on a partition, as the broker reports it. */
export interface PartitionPosition extends PartitionLag {
  /** Next offset that the group will read. */
  readonly next: bigint;
  /** Offset of the next message that will be written. */
  readonly end: bigint;
}

/** The broker's data about the group. A group that never committed is at the first message still on the broker. */
export async function positionsOf(admin: Admin, group: string, topics: readonly string[]): Promise<PartitionPosition[]> {
  const committed = await admin.fetchOffsets({ groupId: group, topics: [...topics] });
  const nextOf = new Map(
    committed.flatMap(({ topic, partitions }) =>
      partitions.map(({ partition, offset }) => [partitionName({ topic, partition }), BigInt(offset)]),
    ),
  );
  const positions: PartitionPosition[] = [];
  for (const topic of topics) {
    for (const { partition, low, high } of await admin.fetchTopicOffsets(topic)) {
      const first = BigInt(low);
      const stored = nextOf.get(partitionName({ topic, partition })) ?? -1n;
      const next = stored < first ? first : stored;
      const end = BigInt(high);
      positions.push({ topic, partition, next, end, lag: Number(end > next ? end - next : 0n) });
    }
  }
  return positions;
}

/** Offsets of the first messages still on the broker. */
export async function firstOffsets(admin: Admin, topics: readonly string[]): Promise<TopicPartitionOffset[]> {
  const offsets: TopicPartitionOffset[] = [];
  for (const topic of topics)
    for (const { partition, low } of await admin.fetchTopicOffsets(topic)) offsets.push({ topic, partition, offset: low });
  return offsets;
}

/** A lookup key for a partition. */
export const partitionName = ({ topic, partition }: { readonly topic: string; readonly partition: number }): string =>
  `${topic}/${partition}`;
