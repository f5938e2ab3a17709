import { setTimeout as sleep } from 'node:timers/promises';
import type { EachBatchPayload, KafkaMessage } from 'kafkajs';
import type { BatchHandler } from '../event-bus.js';
import { toEvent } from './cloud-event.js';
import type { Pulse } from './watch/pulse.js';

/** Events of one transaction. */
const chunkSize = 200;
const heartbeatMilliseconds = 1_000;
const retryMilliseconds = 1_000;

/**
 * Passes the messages of a partition to the handler in order, and commits the offset after each stored chunk. If the handler rejects a
 * chunk, it is delivered again after a pause while the group assigns the partition to this process, and nothing overtakes it.
 */
export const deliverTo =
  (handle: BatchHandler, pulse: Pulse, onError: (error: unknown) => void) =>
  async (payload: EachBatchPayload): Promise<void> => {
    const { batch, isRunning, isStale } = payload;
    // The rest of the batch is fetched again.
    const mustLeave = () => !isRunning() || isStale() || pulse.isHeld(payload.pause);
    for (let from = 0; from < batch.messages.length; from += chunkSize) {
      const chunk = batch.messages.slice(from, from + chunkSize);
      const events = chunk.map((message) => toEvent(batch, message));
      do {
        // Rejects if the group has moved on. Then the client joins again.
        await payload.heartbeat();
        if (mustLeave()) return;
      } while (!(await keptAlive(payload, () => pulse.during((goesOn) => attempt(() => handle(events, goesOn), onError)))));
      await settleOffset(payload, chunk);
    }
  };

/** Whether the work succeeded. Reports a failure, and returns after a pause. */
async function attempt(work: () => Promise<void>, onError: (error: unknown) => void): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    onError(error);
    await sleep(retryMilliseconds);
    return false;
  }
}

/** Keeps the membership during the work. If the group wants to rebalance, that happens after the work, with its offset. */
async function keptAlive<T>({ heartbeat }: EachBatchPayload, work: () => Promise<T>): Promise<T> {
  const timer = setInterval(() => void heartbeat().catch(() => undefined), heartbeatMilliseconds);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

/** Commits before it moves on in memory. If the commit fails, the chunk is delivered again instead of staying behind for good. */
async function settleOffset({ batch, resolveOffset, commitOffsetsIfNecessary }: EachBatchPayload, chunk: readonly KafkaMessage[]) {
  const { topic, partition } = batch;
  const last = chunk.at(-1)!.offset;
  await commitOffsetsIfNecessary({ topics: [{ topic, partitions: [{ partition, offset: (BigInt(last) + 1n).toString() }] }] });
  resolveOffset(last);
}
