import type { Admin, Consumer } from 'kafkajs';
import { totalOf, type Subscription } from '../event-bus.js';
import { deliverTo } from './deliver-batch.js';
import { groupConsumer } from './client/group-consumer.js';
import { positionsOf } from './client/offsets.js';
import { createPulse } from './watch/pulse.js';
import { createReplay } from './replay.js';
import type { SubscriptionOptions } from './subscription-options.js';
import { untilDone } from './client/until-done.js';
import { watchConsumer, type Watched } from './watch/watch-consumer.js';

/** Joins the group in the background, for as long as it takes: a process must serve its callers while Kafka is away. */
export function openSubscription(options: SubscriptionOptions): Subscription {
  const { kafka, admin, group, topics, handle, onError, onStalled } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  const givenUp = new AbortController();
  const pulse = createPulse();
  const consumer = groupConsumer(kafka, group, signal, givenUp.signal);
  const positionsBy = (connected: Admin) => positionsOf(connected, group, topics);
  const watched: Watched = { group, pulse, positions: positionsBy, joined: null };
  consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => (watched.joined = payload));
  consumer.on(consumer.events.CRASH, ({ payload }) => {
    if (signal.aborted || givenUp.signal.aborted) return;
    onError(payload.error);
    if (!payload.restart) onStalled(group, 'crash');
  });
  const started = untilDone(() => start(consumer, topics, deliverTo(handle, pulse, onError)), signal, onError);
  const replay = createReplay({ kafka, admin, group, topics, handle, pulse, onError, onStalled, signal });
  const watching = watchConsumer({
    kafka,
    admin,
    watched,
    signal,
    giveUp: () => givenUp.abort(),
    onStalled,
    onReplayLeft: () => void replay.resume().catch(onError),
  });
  const positions = () => admin.use(positionsBy);
  return {
    lags: async () => (await positions()).map(({ topic, partition, lag }) => ({ topic, partition, lag })),
    lag: async () => totalOf(await positions()),
    replay: (prepare) => replay.begin(prepare),
    stop: async () => {
      stopping.abort();
      await Promise.all([watching, replay.ended()]);
      await endConsumer(consumer, started);
    },
  };
}

/** Handlers mostly wait for the database, each with its own connection; this is less than it has connections. */
const partitionsAtOnce = 3;

type EachBatch = ReturnType<typeof deliverTo>;

async function start(consumer: Consumer, topics: readonly string[], eachBatch: EachBatch): Promise<void> {
  await consumer.connect();
  await consumer.subscribe({ topics: [...topics], fromBeginning: true });
  await consumer.run({ autoCommit: false, eachBatchAutoResolve: false, partitionsConsumedConcurrently: partitionsAtOnce, eachBatch });
}

/** A start that is still being retried may take long to give up; if it connects in the end, it is closed again. */
async function endConsumer(consumer: Consumer, started: Promise<void>): Promise<void> {
  let isStarted = false;
  void started.then(() => (isStarted = true));
  await consumer.disconnect();
  if (!isStarted) void started.then(() => consumer.disconnect()).catch(() => undefined);
}
