import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { missingFrom, withUpdates, without, type Board, type BoardHold } from './board';

const held = (version: number, over: Partial<BoardHold> = {}): BoardHold => ({
  id: 'a',
  version,
  state: 'HELD',
  party: ['woman'],
  ...over,
});
const empty: Board<BoardHold> = new Map();

describe('the board', () => {
  it('ends in the same state, in whatever order updates arrive', () => {
    const life = [held(1), held(2), held(3, { state: 'EXPIRED', party: null })];
    fc.assert(
      fc.property(fc.shuffledSubarray([...life, ...life], { minLength: 6 }), (order) => {
        const board = order.reduce((now, news) => withUpdates(now, [news]), withUpdates(empty, [held(1)]));
        expect(board.get('a')).toEqual({ ...life[2], party: ['woman'] });
      }),
    );
  });

  it('does not show holds that had ended before, and ignores old updates', () => {
    expect(withUpdates(empty, [held(4, { state: 'RELEASED' })])).toBe(empty);
    const board = withUpdates(empty, [held(2)]);
    expect(withUpdates(board, [held(1)])).toBe(board);
    expect(withUpdates(board, [held(2)])).toEqual(board);
  });

  it('asks how unlisted holds ended, but not if their end is known', () => {
    const board = withUpdates(withUpdates(empty, [held(1), held(1, { id: 'b' }), held(1, { id: 'c' })]), [
      held(2, { id: 'c', state: 'DECLINED' }),
    ]);
    expect(missingFrom(board, [{ id: 'b' }])).toEqual(['a']);
  });

  it('removes one', () => {
    const board = withUpdates(empty, [held(1)]);
    expect(without(board, 'a')).toEqual(new Map());
    expect(without(board, 'b')).toBe(board);
  });
});
