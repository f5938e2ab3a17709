import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { MutationResult } from '@haven/test/bad-input/registry-operations';
import type { System } from '@haven/test/harness/system';
import { bedsTotal, type Shelter } from '../outages/shelters.js';
import { advised, askPatiently, complaintOf } from './policy.js';

/** An acknowledged count. */
export interface Acknowledged {
  readonly serviceId: string;
  readonly version: number;
  readonly free: number;
  /** By the clock of this process, in milliseconds. */
  readonly at: number;
}

/** The results of a writer. */
export interface Writing {
  readonly acknowledged: readonly Acknowledged[];
  readonly retried: number;
  readonly longestMilliseconds: number;
  readonly failures: readonly string[];
}

/** A client who counts the beds of one shelter again and again. */
export interface Writer {
  soFar(): Writing;
  /** Resolves when the current count has been answered. */
  stop(): Promise<Writing>;
}

const everyMilliseconds = 250;
const setBedCounts = `mutation ($input: SetBedCountsInput!) { setBedCounts(input: $input) {
  __typename ... on UserError { code message } ... on BedPool { version free } } }`;

/** Begins to count. A count is repeated with its idempotency key until it is acknowledged. */
export function startWriter(system: System, shelter: Shelter): Writer {
  const stopping = new AbortController();
  const acknowledged: Acknowledged[] = [];
  const failures: string[] = [];
  const writing = { acknowledged, failures, retried: 0, longestMilliseconds: 0 };
  const count = async () => {
    const occupied = (shelter.occupied + 1) % (bedsTotal + 1);
    const input = { idempotencyKey: randomUUID(), poolId: shelter.poolId, expectedVersion: shelter.poolVersion, occupied };
    const question = { query: setBedCounts, variables: { input }, token: await system.token('COORDINATOR') };
    const asked = await askPatiently<{ setBedCounts: MutationResult & { free: number } }>(system.url, question, advised);
    const result = asked.answer?.data?.setBedCounts;
    if (result?.__typename !== 'BedPool') return void failures.push(complaintOf(asked));
    Object.assign(shelter, { occupied, poolVersion: result.version });
    acknowledged.push({ serviceId: shelter.serviceId, version: result.version, free: result.free, at: performance.now() });
    writing.retried += asked.tries > 1 ? 1 : 0;
    writing.longestMilliseconds = Math.max(writing.longestMilliseconds, asked.milliseconds);
  };
  const running = (async () => {
    while (!stopping.signal.aborted) {
      await count();
      await sleep(everyMilliseconds, null, { signal: stopping.signal }).catch(() => null);
    }
  })();
  return {
    soFar: () => ({ ...writing }),
    stop: async () => {
      stopping.abort();
      await running;
      return writing;
    },
  };
}
