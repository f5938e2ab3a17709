import { describe, expect, it } from '@jest/globals';
import { halving } from './fading.js';

describe('a fading amount', () => {
  it('halves with each half-life, separately for each caller', () => {
    let now = 0;
    const use = halving(1_000, () => now);
    use.add('hog', 80);
    use.add('quiet', 2);
    expect([use.of('hog'), use.of('quiet'), use.of('nobody')]).toEqual([80, 2, 0]);
    now = 2_000;
    expect([use.of('hog'), use.of('quiet')]).toEqual([20, 0.5]);
    use.add('hog', 10);
    expect(use.of('hog')).toBe(30);
  });
});
