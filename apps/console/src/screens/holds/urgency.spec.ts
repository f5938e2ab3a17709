import { describe, expect, it } from '@jest/globals';
import { deadlineOf, isSoon, sortHolds, type TimedHold } from './urgency';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 29, 12, minute)).toISOString();
const hold = (id: string, over: Partial<TimedHold> = {}) => ({
  id,
  state: 'HELD',
  isOffer: false,
  createdAt: at(0),
  expiresAt: at(90),
  acceptBy: null,
  expectedEnd: null,
  ...over,
});

describe('the earliest deadline', () => {
  it.each([
    ['a hold', {}, { what: 'HOLD', at: at(90) }],
    ['an offer', { isOffer: true, expiresAt: at(20) }, { what: 'OFFER', at: at(20) }],
    ['the time of the shelter to say yes', { acceptBy: at(30) }, { what: 'ACCEPT', at: at(30) }],
    ['the end of a hold that comes before that', { acceptBy: at(120) }, { what: 'ACCEPT', at: at(90) }],
    ['nothing where somebody has arrived', { state: 'CONFIRMED' }, null],
    ['nothing where it is over', { state: 'EXPIRED' }, null],
  ])('is %s', (_what, over, deadline) => expect(deadlineOf(hold('a', over))).toEqual(deadline));

  it('is soon from 15 minutes on, by the given clock', () => {
    const deadline = deadlineOf(hold('a'));
    expect(isSoon(deadline, Date.parse(at(74)))).toBe(false);
    expect(isSoon(deadline, Date.parse(at(75)))).toBe(true);
    expect(isSoon(deadline, Date.parse(at(95)))).toBe(true);
    expect(isSoon(null, 0)).toBe(false);
  });
});

it('sorts by deadline, first where the shelter must still say yes, then placements, and keeps ended holds separate', () => {
  const holds = [
    hold('late'),
    hold('open end', { state: 'CONFIRMED' }),
    hold('offer', { isOffer: true, expiresAt: at(20) }),
    hold('longer', { expiresAt: at(200), acceptBy: at(25) }),
    hold('ends in May', { state: 'CONFIRMED', expectedEnd: '2027-05-01' }),
    hold('ends in March', { state: 'CONFIRMED', expectedEnd: '2027-03-01' }),
    hold('gone', { state: 'DECLINED' }),
    hold('soonest', { expiresAt: at(10), createdAt: at(-80) }),
  ];
  const { ended, asked, due, staying } = sortHolds(holds);
  expect(asked.map(({ id }) => id)).toEqual(['longer']);
  expect(due.map(({ id }) => id)).toEqual(['soonest', 'offer', 'late']);
  expect(staying.map(({ id }) => id)).toEqual(['ends in March', 'ends in May', 'open end']);
  expect(ended.map(({ id }) => id)).toEqual(['gone']);
});
