import kafkajs, { type Broker, type Cluster, type Kafka, type PartitionAssigner } from 'kafkajs';

/** What every broker of kafkajs can do and its types leave out. */
type Coordinator = Broker & { leaveGroup(member: { groupId: string; memberId: string }): Promise<unknown> };

/**
 * Tells the group that a member is gone, over a connection of its own. The member itself would say so only when its fetches
 * and handlers have come back, and for one that stands still the group would wait until its session ends.
 *
 * kafkajs has no call for that, but it hands its inside to whoever shares out partitions, so a consumer that never runs is
 * the way to it.
 */
export async function leaveGroup(kafka: Kafka, groupId: string, memberId: string): Promise<void> {
  const opened: Cluster[] = [];
  const look: PartitionAssigner = (given) => {
    opened.push(given.cluster);
    return kafkajs.PartitionAssigners.roundRobin(given);
  };
  const messenger = kafka.consumer({ groupId, partitionAssigners: [look] });
  try {
    await messenger.connect();
    const coordinator = (await opened[0]!.findGroupCoordinator({ groupId })) as Coordinator;
    await coordinator.leaveGroup({ groupId, memberId });
  } finally {
    await messenger.disconnect();
  }
}
