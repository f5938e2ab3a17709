import { describe, expect, it } from '@jest/globals';
import {
  answered,
  emptyLedger,
  isReady,
  keepMine,
  mergeRooms,
  mergeShelter,
  markSent,
  nextToSend,
  enterCounts,
  sentCounts,
  unsentIn,
} from './ledger.js';
import type { Counts, Ledger, Room } from './ledger.js';

const counts = (occupied: number): Counts => ({ total: 8, occupied, outOfService: 0 });
const room = (version: number, occupied: number, id = 'a'): Room => ({
  id,
  shelterId: 'home',
  name: id,
  counts: counts(occupied),
  held: 0,
  version,
  confirmedAt: null,
  countedBy: null,
});
const begun = mergeRooms(emptyLedger, [room(3, 5)]);
const counted = (ledger: Ledger, from: number, to: number, key = `key ${to}`) =>
  enterCounts(ledger, 'a', counts(from), counts(to), { key, saidAt: 0 });
const sent = (ledger: Ledger, key: string) => markSent(ledger, key, () => null);
const conflict = answered(sent(counted(begun, 5, 6), 'key 6'), 'key 6', { kind: 'conflict', currentVersion: 7 });

describe('a ledger', () => {
  it('sends only differences, and nothing that was undone before', () => {
    expect(sentCounts(counted(begun, 5, 6).changes[0]!)).toEqual({ occupied: 6 });
    expect(counted(counted(begun, 5, 6), 6, 5).changes).toEqual([]);
  });

  it('sends a change after a running one only once that is answered', () => {
    const both = counted(sent(counted(begun, 5, 6), 'key 6'), 6, 7);
    expect(both.changes.map(({ base, isSent }) => [base.version, isSent])).toEqual([
      [3, true],
      [null, false],
    ]);
    expect(nextToSend(both, 0)?.key).toBe('key 6');
    const after = answered(both, 'key 6', { kind: 'stored', room: room(4, 6) });
    expect(nextToSend(after, 0)).toMatchObject({ key: 'key 7', base: { version: 4, counts: counts(6) } });
  });

  it('allows no decision before the current record is here', () => {
    expect(isReady(conflict, conflict.questions[0]!)).toBe(false);
    expect(keepMine(conflict, 'a', counts(5), { key: 'mine', saidAt: 1 })).toBe(conflict);
    const here = mergeRooms(conflict, [room(7, 4)]);
    expect(keepMine(here, 'a', counts(4), { key: 'mine', saidAt: 1 })).toMatchObject({
      questions: [],
      changes: [{ key: 'mine', base: { version: 7, counts: counts(4) }, counts: counts(6), isConfirmation: true }],
    });
  });

  it('asks again if the record changed while somebody decided', () => {
    const later = mergeRooms(mergeRooms(conflict, [room(7, 4)]), [room(8, 3)]);
    expect(keepMine(later, 'a', counts(4), { key: 'mine', saidAt: 1 })).toMatchObject({ changes: [], questions: [{ mine: counts(6) }] });
  });

  it('counts waiting changes and questions as unsent, but not final refusals', () => {
    const refused = answered(sent(counted(begun, 5, 6), 'key 6'), 'key 6', { kind: 'refused', code: 'NOT_FOUND' });
    expect([unsentIn(counted(begun, 5, 6)), unsentIn(conflict), unsentIn(refused)]).toEqual([1, 1, 0]);
    expect(refused.questions).toMatchObject([{ refusal: 'NOT_FOUND' }]);
  });

  it('accepts a record that is older than the known one, after a database was restored', () => {
    const restored = answered(sent(counted(begun, 5, 6), 'key 6'), 'key 6', { kind: 'conflict', currentVersion: 2 });
    expect(isReady(restored, restored.questions[0]!)).toBe(false);
    expect(mergeRooms(restored, [room(2, 1)]).rooms).toEqual([room(2, 1)]);
  });

  it('drops a removed room, but only when nothing about it is left to send', () => {
    const two = mergeRooms(begun, [room(1, 0, 'b')]);
    expect(mergeShelter(two, 'home', [room(4, 5)]).rooms.map(({ id }) => id)).toEqual(['a']);
    expect(mergeShelter(counted(two, 5, 6), 'home', []).rooms.map(({ id }) => id)).toEqual(['a']);
    expect(mergeShelter(two, 'another', []).rooms).toHaveLength(2);
  });
});
