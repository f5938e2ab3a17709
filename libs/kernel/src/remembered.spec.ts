import { describe, expect, it } from '@jest/globals';
import { remembered } from './remembered.js';

describe('remembered', () => {
  const counting = (most: number, work: (text: string) => string | null) => {
    const worked: string[] = [];
    const of = remembered(
      most,
      (text: string) => text.toLowerCase(),
      (text) => (worked.push(text), work(text)),
    );
    return { of, worked };
  };

  it('works once for equal keys, also if the result is null', () => {
    const { of, worked } = counting(10, () => null);
    expect(['a', 'A', 'b', 'a'].map(of)).toEqual([null, null, null, null]);
    expect(worked).toEqual(['a', 'b']);
  });

  it('starts anew when it has kept so many', () => {
    const { of, worked } = counting(2, (text) => text);
    for (const text of ['a', 'b', 'c', 'c', 'a']) of(text);
    expect(worked).toEqual(['a', 'b', 'c', 'a']);
  });

  it('keeps nothing of work that fails', () => {
    let fails = true;
    const { of } = counting(2, (text) => {
      if (fails) throw new Error(text);
      return text;
    });
    expect(() => of('a')).toThrow('a');
    fails = false;
    expect(of('a')).toBe('a');
  });
});
