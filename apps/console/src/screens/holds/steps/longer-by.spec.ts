import { expect, it } from '@jest/globals';
import { longerBy } from './longer-by';

const now = Date.UTC(2026, 10, 29, 12);
const in_ = (minutes: number) => new Date(now + minutes * 60_000).toISOString();

it('offers only choices that extend a hold', () => {
  const minutes = (expiresAt: string) => longerBy(expiresAt, now).map((choice) => choice.minutes);
  expect(minutes(in_(4))).toEqual([30, 60, 120, 240]);
  expect(minutes(in_(58))).toEqual([120, 240]);
  expect(minutes(in_(236))).toEqual([]);
  expect(longerBy(in_(90), now)[0]).toEqual({ minutes: 120, endsAt: in_(120) });
});
