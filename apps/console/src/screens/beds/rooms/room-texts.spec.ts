import { expect, it } from '@jest/globals';
import { freeOf, namesOf, ageText, lastCountText } from './room-texts.js';
import type { Room } from '../ledger/ledger.js';
import type { Speech } from '../../../i18n/messages.js';

const t: Speech['t'] = (id, values) => `${id} ${JSON.stringify(values ?? {})}`;
const room = (id: string, name: string, over: Partial<Room> = {}): Room => ({
  id,
  shelterId: 'home',
  name,
  counts: { total: 8, occupied: 3, outOfService: 1 },
  held: 0,
  version: 1,
  confirmedAt: null,
  countedBy: null,
  ...over,
});

it('tells rooms with the same name apart', () => {
  const names = namesOf([room('a', 'bed'), room('b', 'Family'), room('c', 'bed')]);
  expect([...names.values()]).toEqual(['bed 1', 'Family', 'bed 2']);
});

it.each([
  [-5_000, 'beds.age.now {}'],
  [59_000, 'beds.age.now {}'],
  [61_000, 'beds.age.minutes {"count":1}'],
  [2 * 3_600_000, 'beds.age.hours {"count":2}'],
  [49 * 3_600_000, 'beds.age.days {"count":2}'],
])('describes an age of %s ms', (age, text) => expect(ageText(t, age)).toBe(text));

it('names who counted, if known, and says when a count is stale', () => {
  const now = Date.parse('2026-11-29T22:00:00Z');
  const at = (time: string, countedBy: string | null) => lastCountText(t, room('a', 'bed', { confirmedAt: time, countedBy }), now);
  expect(at('2026-11-29T21:00:00Z', 'PROVIDER')).toEqual({
    text: 'beds.countedBy {"ago":"beds.age.hours {\\"count\\":1}","who":"role.PROVIDER {}"}',
    isOld: false,
  });
  expect(at('2026-11-28T21:00:00Z', null)).toEqual({ text: 'beds.counted {"ago":"beds.age.days {\\"count\\":1}"}', isOld: true });
  expect(lastCountText(t, room('a', 'bed'), now)).toEqual({ text: 'beds.uncounted {}', isOld: true });
});

it('counts beds as free that are not occupied, held or out of service', () =>
  expect(freeOf({ total: 8, occupied: 3, outOfService: 1 }, 2)).toBe(2));
