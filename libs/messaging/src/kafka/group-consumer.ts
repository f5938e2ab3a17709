import type { Consumer, Kafka } from 'kafkajs';

/** A consumer that keeps its partitions while a handler takes long, and starts again after a crash until the signal says stop. */
export const groupConsumer = (kafka: Kafka, groupId: string, signal: AbortSignal): Consumer =>
  kafka.consumer({
    groupId,
    // A process that was killed is succeeded after this time.
    sessionTimeout: 10_000,
    heartbeatInterval: 2_000,
    // A handler has this long to end when another member comes.
    rebalanceTimeout: 20_000,
    maxWaitTimeInMs: 250,
    allowAutoTopicCreation: false,
    retry: { initialRetryTime: 200, maxRetryTime: 2_000, restartOnFailure: () => Promise.resolve(!signal.aborted) },
  });
