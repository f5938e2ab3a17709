import kafkajs, { type Consumer, type Kafka, type PartitionAssigner } from 'kafkajs';

/**
 * A consumer that keeps its partitions during slow handlers, and restarts after a crash until `signal` aborts. `givenUp` aborts when it was
 * removed from its group from outside and must not come back.
 */
export const groupConsumer = (kafka: Kafka, groupId: string, signal: AbortSignal, givenUp?: AbortSignal): Consumer =>
  kafka.consumer({
    groupId,
    // After this time another process replaces a killed one.
    sessionTimeout: 10_000,
    // Other members learn that one has left from the answer to their next heartbeat.
    heartbeatInterval: 1_000,
    // When another member joins, a running handler has this long to finish.
    rebalanceTimeout: 20_000,
    maxWaitTimeInMs: 250,
    allowAutoTopicCreation: false,
    partitionAssigners: [joinsUntil(givenUp)],
    retry: {
      initialRetryTime: 200,
      maxRetryTime: 2_000,
      restartOnFailure: () => Promise.resolve(!signal.aborted && !givenUp?.aborted),
    },
  });

/**
 * Assigns partitions as kafkajs does, and refuses to join once given up. Otherwise the client would join again as soon as it learns that it
 * is no longer a member, and the group would wait for a process that is about to end.
 */
const joinsUntil =
  (givenUp?: AbortSignal): PartitionAssigner =>
  (given) => {
    const assigner = kafkajs.PartitionAssigners.roundRobin(given);
    const protocol: typeof assigner.protocol = (subscription) => {
      givenUp?.throwIfAborted();
      return assigner.protocol(subscription);
    };
    return { ...assigner, protocol };
  };
