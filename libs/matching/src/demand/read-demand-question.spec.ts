import { describe, expect, it } from '@jest/globals';
import { readDemandQuestion, type DemandQuestion } from './read-demand-question.js';

const now = new Date('2026-11-30T08:41:00Z');
const question = (changes: Partial<Record<'from' | 'to', string>> & Partial<Pick<DemandQuestion, 'groupBy'>>): DemandQuestion => ({
  from: new Date(changes.from ?? '2026-11-01T00:00:00Z'),
  to: new Date(changes.to ?? '2026-11-30T00:00:00Z'),
  groupBy: changes.groupBy ?? ['CATEGORY'],
});
const october = { from: '2026-10-01T00:00:00Z', to: '2026-11-01T00:00:00Z' };
const blocks = (from: string, to: string) => {
  const read = readDemandQuestion(question({ from, to }), now);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value.blocks.map((block) => block.to - block.from);
};
const problems = (changes: Parameters<typeof question>[0], at = now) => {
  const read = readDemandQuestion(question(changes), at);
  return read.ok ? [] : read.error.fields.map(({ path, message }) => `${path}: ${message}`);
};

describe('a question for demand', () => {
  it('is cut into whole months of the calendar and single days', () => {
    expect(blocks('2026-10-01T00:00:00Z', '2026-11-01T00:00:00Z')).toEqual([31]);
    expect(blocks('2026-09-29T00:00:00Z', '2026-11-03T00:00:00Z')).toEqual([1, 1, 31, 1, 1]);
    expect(blocks('2026-10-02T00:00:00Z', '2026-11-01T00:00:00Z')).toEqual(Array.from({ length: 30 }, () => 1));
    expect(blocks('2026-02-01T00:00:00Z', '2026-04-01T00:00:00Z')).toEqual([28, 31]);
  });

  it.each([
    [['CATEGORY'], 'CATEGORY'],
    [['CATEGORY', 'CELL'], 'CELL'],
    [['OUTCOME', 'CATEGORY'], 'OUTCOME'],
  ] as const)('may be grouped by %j', (groupBy, grouping) => {
    expect(readDemandQuestion(question({ groupBy, ...october }), now)).toMatchObject({ value: { grouping } });
  });

  it.each([[[]], [['CELL']], [['CATEGORY', 'CATEGORY']], [['CATEGORY', 'CELL', 'PARTY']], [['CATEGORY', 'HOUR', 'HOUR']]] as const)(
    'may not be grouped by %j',
    (groupBy) => {
      expect(problems({ groupBy })).toEqual([
        'groupBy: Give CATEGORY alone, or CATEGORY and one of COUNTRY, CELL, HOUR, PARTY, LANGUAGE, OUTCOME.',
      ]);
    },
  );

  it('is for whole calendar months if it is grouped by more than the category', () => {
    const groupBy = ['CATEGORY', 'HOUR'] as const;
    expect(problems({ groupBy, ...october, from: '2026-08-01T00:00:00Z' })).toEqual([]);
    expect(problems({ groupBy, from: '2026-10-02T00:00:00Z', to: '2026-11-02T00:00:00Z' })).toEqual([
      'from: Give the first day of a month, or group by CATEGORY alone.',
      'to: Give the first day of a month, or group by CATEGORY alone.',
    ]);
  });

  it('is for whole days in UTC that have ended, a year at most, none of which is deleted yet', () => {
    expect(problems({ from: '2026-11-01T00:00:00.001Z' })).toEqual([
      'from: Give the beginning of a day in UTC, like 2026-11-29T00:00:00.000Z.',
    ]);
    expect(problems({ to: '2026-11-29T07:00:00Z' })).toEqual([
      'to: Give the beginning of the day after the last one, in UTC, like 2026-11-30T00:00:00.000Z.',
    ]);
    expect(problems({ to: '2026-12-01T00:00:00Z' })).toEqual([
      'to: Give 2026-11-30T00:00:00.000Z or earlier: only days that have ended are counted.',
    ]);
    expect(problems({ from: '2026-11-29T00:00:00Z', to: '2026-11-29T00:00:00Z' })).toEqual([
      'to: Give a day after from: the last one that counts is the one before it.',
    ]);
    expect(problems({ from: '2025-11-29T00:00:00Z', to: '2026-11-30T00:00:00Z' })).toEqual([]);
    expect(problems({ from: '2025-11-28T00:00:00Z', to: '2026-11-30T00:00:00Z' })).toEqual(['to: Give at most 366 days.']);
    expect(problems({ from: '2025-10-29T00:00:00Z', to: '2025-11-30T00:00:00Z' })).toEqual([
      'from: Give 2025-10-30T00:00:00.000Z or later: what was before is forgotten.',
    ]);
  });

  it('waits until the last questions of a day are stored', () => {
    expect(problems({}, new Date('2026-11-30T00:04:59Z'))).toEqual([
      'to: Give 2026-11-29T00:00:00.000Z or earlier: only days that have ended are counted.',
    ]);
    expect(problems({}, new Date('2026-11-30T00:05:00Z'))).toEqual([]);
  });
});
