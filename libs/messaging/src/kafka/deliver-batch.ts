import { setTimeout as sleep } from 'node:timers/promises';
import type { EachBatchPayload, KafkaMessage } from 'kafkajs';
import type { BatchHandler } from '../event-bus.js';
import { toEvent } from './cloud-event.js';

/** Events of one transaction. */
const chunkSize = 200;
const heartbeatMilliseconds = 2_000;
const retryMilliseconds = 1_000;

/** What a watchdog must know of the handler. */
export interface Pulse {
  /** Grows each time the handler came back, with success or without. */
  beats: number;
}

/**
 * Hands the messages of a partition to the handler, in order; the offset is committed after each chunk that is stored.
 * What the handler rejects comes again after a while, for as long as the partition is ours, and nothing behind it passes.
 */
export const deliverTo =
  (handle: BatchHandler, pulse: Pulse, onError: (error: unknown) => void) =>
  async (payload: EachBatchPayload): Promise<void> => {
    const { batch, isRunning, isStale } = payload;
    for (let from = 0; from < batch.messages.length; from += chunkSize) {
      const chunk = batch.messages.slice(from, from + chunkSize);
      const events = chunk.map((message) => toEvent(batch, message));
      while (!(await keptAlive(payload, () => attempt(() => handle(events), pulse, onError)))) {
        if (!isRunning() || isStale()) return;
      }
      await settleOffset(payload, chunk);
      if (!isRunning() || isStale()) return;
    }
  };

/** Whether the work was done; a failure is told, and answered after a pause. */
async function attempt(work: () => Promise<void>, pulse: Pulse, onError: (error: unknown) => void): Promise<boolean> {
  try {
    await work();
    pulse.beats += 1;
    return true;
  } catch (error) {
    pulse.beats += 1;
    onError(error);
    await sleep(retryMilliseconds);
    return false;
  }
}

/** Keeps our membership while the work lasts. Rejects when the group has moved on meanwhile: the client then joins again. */
async function keptAlive<T>({ heartbeat }: EachBatchPayload, work: () => Promise<T>): Promise<T> {
  let lost: unknown = null;
  const timer = setInterval(() => void heartbeat().catch((error: unknown) => (lost = error)), heartbeatMilliseconds);
  try {
    const done = await work();
    if (lost !== null) throw lost as Error;
    return done;
  } finally {
    clearInterval(timer);
  }
}

async function settleOffset({ batch, resolveOffset, commitOffsetsIfNecessary, heartbeat }: EachBatchPayload, chunk: KafkaMessage[]) {
  const { topic, partition } = batch;
  const last = chunk.at(-1)!.offset;
  resolveOffset(last);
  await commitOffsetsIfNecessary({ topics: [{ topic, partitions: [{ partition, offset: (BigInt(last) + 1n).toString() }] }] });
  await heartbeat();
}
