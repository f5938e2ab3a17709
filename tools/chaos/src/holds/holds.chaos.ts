import { beforeAll, describe, expect, it } from '@jest/globals';
import { report } from '../infrastructure/report.js';
import { flawless, type Verdict } from './checker/verdict.js';
import { judgeFile, type Judged } from './judge-file.js';
import type { Pace } from './killer.js';
import { runHolds, type Run } from './run.js';
import type { ApiSettings } from './workers/protocol.js';

/** HAVEN_CHAOS_HOLDS makes it longer: 200000 is the full run. */
const operations = Number(process.env['HAVEN_CHAOS_HOLDS'] ?? 4_000);
const isLong = operations > 50_000;
const leastKills = { api: 6, postgres: 2 } as const;
const limitMilliseconds = 60_000 + operations * 20;

async function judged(settings: Parameters<typeof runHolds>[0]): Promise<{ run: Run; judgement: Judged }> {
  const run = await runHolds(settings);
  const judgement = await judgeFile(run.path);
  const { answers, states, waiting, leftBefore, verdict, seconds: judgedInSeconds } = judgement;
  const requests = Object.values(answers).reduce((sum, n) => sum + n, 0);
  const { operations: done, seconds, kills } = run;
  const figures = { operations: done, requests, seconds, perSecond: Math.round(done / seconds), kills, judgedInSeconds };
  await report(settings.name, { ...figures, states, waiting, leftBefore, ...verdict, answers });
  return { run, judgement };
}

describe('64 clients over 4 processes that are killed, as PostgreSQL is', () => {
  it(
    'get no bed twice, lose no promise, keep the order of the waiting list, and see each shelter do one thing after the other',
    async () => {
      const pace: Pace = isLong ? { api: [4, 8], postgres: [45, 75] } : { api: [3, 6], postgres: [10, 15] };
      const { run, judgement } = await judged({ name: 'holds', operations, pace, limitMilliseconds, leastKills });
      expect(judgement.verdict).toEqual(flawless);
      expect(run.operations).toBeGreaterThanOrEqual(operations);
      expect(run.kills.postgres).toBeGreaterThanOrEqual(leastKills.postgres);
      expect(run.kills.api).toBeGreaterThanOrEqual(leastKills.api);
      expect(Object.keys(judgement.states).sort()).toEqual(['CHECKED_OUT', 'CONFIRMED', 'DECLINED', 'EXPIRED', 'HELD', 'RELEASED']);
      expect(judgement.waiting).toMatchObject({
        TAKEN: expect.any(Number),
        MISSED: expect.any(Number),
        LEFT: expect.any(Number),
        EXPIRED: expect.any(Number),
      });
      expect(judgement.leftBefore).toBeGreaterThan(0);
      for (const rare of rareAnswers) expect(judgement.answers).toHaveProperty([rare]);
    },
    limitMilliseconds + 240_000,
  );
});

/** A run without one of these proves nothing about it. */
const rareAnswers = [
  'holdBeds NoBedsLeft',
  'holdBeds NotAdmitted',
  'holdBeds NOT_ADMITTED_PERSONS',
  'joinWaitlist NOT_ADMITTED_PERSONS',
  'holdGroup GroupHeld',
  'acceptHold Hold',
  'takeOffer Hold',
  'extendPlacement Hold',
  'leaveWaitlist Waiting',
  'addSurgeBeds BedPool',
  'setBedCounts of people BedPool',
  'setIntake Intake',
];

const names = {
  'reads-then-writes': 'naive-holds',
  'last-come-first-served': 'naive-lists',
  'rules-of-pools-only': 'naive-rules',
} as const;

describe.each<[string, NonNullable<ApiSettings['naive']>, number, (keyof Verdict)[]]>([
  // From the answers alone, and from versions of pools that no operation explains.
  ['a claim reads and then writes', 'reads-then-writes', 400, ['oversoldByAnswers', 'wrongChanges']],
  ['whoever came last to a list is served first', 'last-come-first-served', 400, ['unfair']],
  ['the rule of the service is passed over', 'rules-of-pools-only', 200, ['wrongHomes']],
])('the same checker, if %s', (_, naive, enough, faults) => {
  let verdict: Verdict;
  beforeAll(async () => {
    const pace: Pace = { api: [5, 8], postgres: [1_000, 1_000] };
    ({ verdict } = (await judged({ name: names[naive], naive, operations: enough, pace, limitMilliseconds: 90_000 })).judgement);
  }, 210_000);

  it.each(faults)('finds faults: %s', (fault) => expect(verdict[fault]).toBeGreaterThan(0));
});
