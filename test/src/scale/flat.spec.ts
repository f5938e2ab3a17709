import { describe, expect, it } from '@jest/globals';
import { notFlat } from './flat.js';

const series = (rss: (n: number) => number, heap: (n: number) => number, count = 60) =>
  Array.from({ length: count }, (_, n) => ({ rss: rss(n), heap: heap(n) }));
const noise = (n: number) => (n * 7) % 5;

describe('memory that is flat', () => {
  it('may go up and down', () => {
    expect(
      notFlat(
        series(
          (n) => 1_400 + 20 * noise(n),
          (n) => 80 + noise(n),
        ),
      ),
    ).toBeNull();
  });

  it('may warm up in the first third', () => {
    expect(
      notFlat(
        series(
          (n) => 1_000 + 25 * Math.min(n, 19),
          (n) => 60 + Math.min(n, 19),
        ),
      ),
    ).toBeNull();
  });
});

describe('memory that is not flat', () => {
  it('is a process that grows all the time', () => {
    expect(
      notFlat(
        series(
          (n) => 400 + 20 * n,
          () => 80,
        ),
      ),
    ).toMatch(/^RSS grew/);
  });

  it('is a heap that keeps a little of everything that is read, even if RSS hides it', () => {
    expect(
      notFlat(
        series(
          () => 1_400,
          (n) => 80 + noise(n) + n,
        ),
      ),
    ).toMatch(/^the heap grew/);
  });

  it('is a jump near the end', () => {
    expect(
      notFlat(
        series(
          (n) => (n === 55 ? 2_000 : 1_400),
          () => 80,
        ),
      ),
    ).toMatch(/^RSS grew/);
  });

  it('cannot be detected in a few samples', () => {
    expect(
      notFlat(
        series(
          () => 1,
          () => 1,
          8,
        ),
      ),
    ).toMatch(/too few/);
  });
});
