import kafkajs, { type Consumer, type Kafka, type PartitionAssigner } from 'kafkajs';

/**
 * A consumer that keeps its partitions while a handler takes long, and starts again after a crash until `signal` says stop.
 * `givenUp` says that it has left its group from outside and must not come back.
 */
export const groupConsumer = (kafka: Kafka, groupId: string, signal: AbortSignal, givenUp?: AbortSignal): Consumer =>
  kafka.consumer({
    groupId,
    // A process that was killed is succeeded after this time.
    sessionTimeout: 10_000,
    // The others hear of a member that left by the answer to the next one.
    heartbeatInterval: 1_000,
    // A handler has this long to end when another member comes.
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
 * Shares out partitions as kafkajs does by itself, and refuses to join when it is given up: the client would do that as soon as
 * it hears that it is no member any more, and the group would wait for a process that is about to end.
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
