import kafkajs, { type Broker, type Cluster, type Kafka, type PartitionAssigner } from 'kafkajs';

/** A method that every kafkajs broker has, and its types lack. */
type Coordinator = Broker & { leaveGroup(member: { groupId: string; memberId: string }): Promise<unknown> };

/**
 * Tells the group over a separate connection that a member is gone. The member itself would say so only after its fetches and handlers
 * return, and if one hangs, the group would wait until the session expires. kafkajs has no call for this, but it passes its internals to
 * partition assigners. So this uses a consumer that never runs to reach them.
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
