import { beforeAll, describe, expect, it } from '@jest/globals';
import { report } from '../infrastructure/report.js';
import { flawless, judge, type Verdict } from './checker/verdict.js';
import type { Pace } from './killer.js';
import { runHolds, type Run } from './run.js';

/** HAVEN_CHAOS_HOLDS makes it longer: 200000 is the full run. */
const operations = Number(process.env['HAVEN_CHAOS_HOLDS'] ?? 12_000);
const isLong = operations > 50_000;
const limitMilliseconds = 60_000 + operations * 10;

async function judged(settings: Parameters<typeof runHolds>[0]): Promise<{ run: Run; verdict: Verdict }> {
  const run = await runHolds(settings);
  const calls = run.lines.flatMap((one) => (one.line === 'call' ? [one] : []));
  const verdict = judge(run.lines);
  const figures = {
    operations: run.operations,
    requests: calls.length,
    unanswered: calls.filter(({ answer }) => answer === null).length,
    held: calls.filter(({ operation, answer }) => operation === 'holdBeds' && answer?.kind === 'Hold').length,
    full: calls.filter(({ answer }) => answer?.kind === 'NoBedsLeft').length,
    expired: run.lines.filter((one) => one.line === 'holdChange' && one.state === 'EXPIRED').length,
    seconds: run.seconds,
    perSecond: Math.round(run.operations / run.seconds),
    kills: run.kills,
  };
  await report(settings.name, { ...figures, ...verdict });
  return { run, verdict };
}

describe('64 clients over 4 processes that are killed, as PostgreSQL is', () => {
  it(
    'are promised no bed twice, lose no promise, and see each pool do one thing after the other',
    async () => {
      const pace: Pace = isLong ? { api: [4, 8], postgres: [45, 75] } : { api: [2, 5], postgres: [12, 18] };
      const { run, verdict } = await judged({ name: 'holds', operations, pace, limitMilliseconds });
      expect(verdict).toEqual(flawless);
      expect(run.operations).toBeGreaterThanOrEqual(operations);
      expect(run.kills.postgres).toBeGreaterThanOrEqual(2);
      expect(run.kills.api).toBeGreaterThan(5);
      const states = new Set(run.lines.flatMap((one) => (one.line === 'holdChange' ? [one.state] : [])));
      expect([...states].sort()).toEqual(['CHECKED_OUT', 'CONFIRMED', 'DECLINED', 'EXPIRED', 'HELD', 'RELEASED']);
    },
    limitMilliseconds + 240_000,
  );
});

describe('the same checker, where a claim reads and then writes', () => {
  let verdict: Verdict;
  beforeAll(async () => {
    const pace: Pace = { api: [5, 8], postgres: [1_000, 1_000] };
    ({ verdict } = await judged({ name: 'naive-holds', naive: 'reads-then-writes', operations: 2_000, pace, limitMilliseconds: 60_000 }));
  }, 180_000);

  it('finds beds that were promised to two, by the answers alone', () => expect(verdict.oversoldByAnswers).toBeGreaterThan(0));
  it('finds versions of pools that are no effect of what was done', () => expect(verdict.wrongChanges).toBeGreaterThan(0));
});
