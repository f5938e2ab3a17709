import { describe, expect, it } from '@jest/globals';
import { watchIdle } from './idle';

function watching(after: number) {
  let now = 0;
  let acts = 0;
  const watch = watchIdle(
    after,
    () => acts++,
    () => now,
  );
  return { watch, at: (time: number) => (now = time), acts: () => acts };
}

describe('idle', () => {
  it('acts once after the time without use', () => {
    const { watch, at, acts } = watching(1_000);
    at(999);
    watch.look();
    expect(acts()).toBe(0);
    at(1_000);
    watch.look();
    watch.look();
    expect(acts()).toBe(1);
  });

  it('starts again with each use', () => {
    const { watch, at, acts } = watching(1_000);
    at(900);
    watch.used();
    at(1_800);
    watch.look();
    expect(acts()).toBe(0);
  });

  it('acts on the first touch after a sleep, and does not count it as use', () => {
    const { watch, at, acts } = watching(1_000);
    at(5_000);
    watch.used();
    expect(acts()).toBe(1);
  });
});
