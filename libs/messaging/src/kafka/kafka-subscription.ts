import type { Admin, Consumer, ConsumerGroupJoinEvent, Kafka } from 'kafkajs';
import type { BatchHandler, Subscription } from '../event-bus.js';
import { deliverTo, type Pulse } from './deliver-batch.js';
import { positionsOf, totalOf } from './offsets.js';
import type { Renewable } from './renewable.js';
import { replayAll } from './replay.js';
import { pause, untilDone } from './until-done.js';
import { createJudge, type Observation } from './watchdog.js';

/** What a subscription needs. */
export interface SubscriptionOptions {
  readonly kafka: Kafka;
  readonly admin: Renewable<Admin>;
  readonly group: string;
  readonly topics: readonly string[];
  readonly handle: BatchHandler;
  /** An attempt failed and will be made again. */
  readonly onError: (error: unknown) => void;
  /** The consumer does not move any more: the process must end, so that another takes its place. */
  readonly onStalled: (group: string) => void;
}

const sessionMilliseconds = 10_000;
const lookMilliseconds = 2_000;

/** Joins the group in the background, for as long as it takes: a process must serve its callers while Kafka is away. */
export function openSubscription(options: SubscriptionOptions): Subscription {
  const consumer = consumerOf(options);
  const state: State = { pulse: { beats: 0 }, joined: null, stopping: new AbortController() };
  consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => (state.joined = payload));
  consumer.on(consumer.events.CRASH, ({ payload }) => {
    options.onError(payload.error);
    if (!payload.restart && !state.stopping.signal.aborted) options.onStalled(options.group);
  });
  const started = untilDone(() => start(consumer, options, state.pulse), state.stopping.signal, options.onError);
  const watching = watch(options, state);
  const positions = () => options.admin.use((admin) => positionsOf(admin, options.group, options.topics));
  return {
    lags: positions,
    lag: async () => totalOf(await positions()),
    replay: (prepare) => replayAll(options, prepare),
    stop: async () => {
      state.stopping.abort();
      await Promise.all([started, watching]);
      await consumer.disconnect();
    },
  };
}

interface State {
  readonly pulse: Pulse;
  joined: ConsumerGroupJoinEvent['payload'] | null;
  readonly stopping: AbortController;
}

const consumerOf = ({ kafka, group }: SubscriptionOptions): Consumer =>
  kafka.consumer({
    groupId: group,
    sessionTimeout: sessionMilliseconds,
    heartbeatInterval: 2_000,
    rebalanceTimeout: 20_000,
    maxWaitTimeInMs: 250,
    allowAutoTopicCreation: false,
    retry: { initialRetryTime: 200, maxRetryTime: 2_000, restartOnFailure: () => Promise.resolve(true) },
  });

async function start(consumer: Consumer, { topics, handle, onError }: SubscriptionOptions, pulse: Pulse): Promise<void> {
  await consumer.connect();
  await consumer.subscribe({ topics: [...topics], fromBeginning: true });
  await consumer.run({ autoCommit: false, eachBatchAutoResolve: false, eachBatch: deliverTo(handle, pulse, onError) });
}

async function watch(options: SubscriptionOptions, state: State): Promise<void> {
  const mustReplace = createJudge();
  while (!state.stopping.signal.aborted) {
    await pause(lookMilliseconds, state.stopping.signal);
    // A broker that does not answer says nothing about us.
    const seen = await observe(options, state).catch(() => null);
    if (seen !== null && !state.stopping.signal.aborted && mustReplace(seen)) return options.onStalled(options.group);
  }
}

function observe({ admin, group, topics }: SubscriptionOptions, { pulse, joined }: State): Promise<Observation> {
  return admin.use(async (connected) => {
    const { groups } = await connected.describeGroups([group]);
    const [described] = groups;
    const isDeciding = described?.state === 'PreparingRebalance' || described?.state === 'CompletingRebalance';
    return {
      positions: await positionsOf(connected, group, topics),
      assigned: new Set(
        Object.entries(joined?.memberAssignment ?? {}).flatMap(([topic, numbers]) => numbers.map((number) => `${topic}/${number}`)),
      ),
      isMember: isDeciding || Boolean(described?.members.some(({ memberId }) => memberId === joined?.memberId)),
      beats: pulse.beats,
    };
  });
}
