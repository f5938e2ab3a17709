import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { quickest } from '../harness/quickest.js';
import { sharedSystem } from '../harness/shared-system.js';
import { subscribe } from '../harness/subscribe.js';
import type { System } from '../harness/system.js';
import { availabilitySubscription, matchQuery, setBedCounts } from './match-answer.js';
import type { StoryAvailability, StoryMatch, StoryPool, StoryReport } from './match-answer.js';

const medan = { latitude: 3.5952, longitude: 98.6722 };
const input = {
  origin: { point: medan },
  person: { gender: 'WOMAN', age: 24, languages: ['km'] },
  companions: [{ gender: 'UNDISCLOSED', age: 3, languages: ['km'] }],
  needs: [{ category: 'ACCOMMODATION' }, { category: 'LEGAL' }, { category: 'MEDICAL' }],
};

let system: System;
let report: StoryReport['match'];
const ask = async () => (await system.query<StoryReport>(matchQuery, { input }, 'HOTLINE')).match;
const shelters = (of: StoryReport['match']): readonly StoryMatch[] => of.needs[0]!.matches;

beforeAll(async () => {
  system = sharedSystem();
  report = await ask();
}, 60_000);

describe('a woman of 24 who speaks Khmer, with a child of 3, near Medan', () => {
  it('finds help for each of her needs, in the order of her request', () => {
    expect(report.needs.map((need) => need.category)).toEqual(['ACCOMMODATION', 'LEGAL', 'MEDICAL']);
    for (const need of report.needs) {
      expect(need.matches.length).toBeGreaterThan(0);
      expect(need.considered).toBeGreaterThanOrEqual(need.matches.length);
      for (const { service } of need.matches) expect(service.categories).toContain(need.category);
    }
  });

  it('finds it near, in her country, the best first', () => {
    for (const { matches } of report.needs) {
      const scores = matches.map((match) => match.score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      for (const match of matches) {
        expect(match.score).toBeGreaterThanOrEqual(0);
        expect(match.score).toBeLessThanOrEqual(1);
        if (match.distance) expect(match.distance.meters).toBeLessThanOrEqual(100_000);
        if (match.location) expect(match.location.country).toBe('ID');
      }
    }
  });

  it('puts a shelter first that has beds for both and speaks Khmer', () => {
    const first = shelters(report)[0]!;
    expect(first.service.languages).toContain('km');
    expect(first.availability?.free).toBeGreaterThanOrEqual(2);
  });

  it('explains every match in words', () => {
    for (const match of report.needs.flatMap((need) => need.matches)) {
      expect(match.reasons.length).toBeGreaterThan(0);
      for (const reason of match.reasons) {
        expect(reason.code).toMatch(/^[A-Z][A-Z0-9_.]+$/i);
        expect(['FIT', 'CAUTION', 'ASK']).toContain(reason.kind);
        expect(reason.text.trim().length).toBeGreaterThan(5);
      }
    }
  });

  it('plans one provider for each need among the matches', () => {
    const items = report.plan!.items;
    expect(items.map((item) => item.category)).toEqual(['ACCOMMODATION', 'LEGAL', 'MEDICAL']);
    items.forEach((item, index) => {
      expect(report.needs[index]!.matches.map((match) => match.service.id)).toContain(item.match.service.id);
    });
    expect(report.plan!.stops).toBeGreaterThanOrEqual(1);
    expect(report.plan!.stops).toBeLessThanOrEqual(3);
  });

  it('gives the same answer to the same question', async () => {
    const again = await ask();
    expect(again.needs.map((need) => need.matches.map((match) => match.service.id))).toEqual(
      report.needs.map((need) => need.matches.map((match) => match.service.id)),
    );
  });
});

describe('beds counted at the first shelter', () => {
  it('are in the next match and in an open subscription within a second', async () => {
    const { availability } = shelters(report)[0]!;
    const pool = availability!.pools.find((candidate) => candidate.free > 0)!;
    let last = pool;
    const token = await system.token('COORDINATOR');
    const subscription = subscribe<StoryAvailability>(system.url, token, availabilitySubscription, { ids: [availability!.serviceId] });
    try {
      const before = await subscription.until(() => true, 5_000);
      expect(before).toEqual(availability);
      const took = await quickest(1_000, async () => {
        await millisecondsUntilMatched(pool, pool.free, Date.now());
        const changed = await setOccupied(last, pool.occupied + 1);
        const seenFrom = Date.now();
        const pushed = await subscription.until((value) => versionOf(value, pool) === changed.version, 5_000);
        const told = Date.now() - seenFrom;
        expect(freeOf(pushed, pool)).toBe(pool.free - 1);
        expect(pushed.sequence - before.sequence).toBe(changed.version - pool.version);
        const matched = await millisecondsUntilMatched(pool, pool.free - 1, seenFrom);
        last = await setOccupied(changed, pool.occupied);
        return Math.max(told, matched);
      });
      expect(took).toBeLessThan(1_000);
    } finally {
      await subscription.close();
    }
  });
});

const poolIn = (availability: StoryAvailability | null, { id }: StoryPool): StoryPool | undefined =>
  availability?.pools.find((candidate) => candidate.id === id);
const freeOf = (availability: StoryAvailability | null, pool: StoryPool) => poolIn(availability, pool)?.free;
const versionOf = (availability: StoryAvailability | null, pool: StoryPool) => poolIn(availability, pool)?.version;

async function setOccupied(pool: StoryPool, occupied: number): Promise<StoryPool> {
  const counts = { idempotencyKey: randomUUID(), poolId: pool.id, expectedVersion: pool.version, occupied };
  const answer = await system.query<{ setBedCounts: StoryPool & { __typename: string } }>(setBedCounts, { input: counts });
  expect(answer.setBedCounts).toMatchObject({ __typename: 'BedPool', occupied, version: pool.version + 1 });
  return answer.setBedCounts;
}

async function millisecondsUntilMatched(pool: StoryPool, free: number, from: number): Promise<number> {
  for (;;) {
    const asked = Date.now();
    const now = shelters(await ask()).find((match) => freeOf(match.availability, pool) !== undefined);
    if (!now || freeOf(now.availability, pool) === free) return asked - from;
    if (asked - from > 3_000) return asked - from;
    await sleep(50);
  }
}
