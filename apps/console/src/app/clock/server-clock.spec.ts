import { describe, expect, it } from '@jest/globals';
import { secondsUntil, serverClock } from './server-clock.js';

describe("the server's clock", () => {
  it("is the device's clock until there is an answer, then that of the quickest answer", () => {
    const clock = serverClock(() => 1_000);
    expect(clock.now()).toBe(1_000);
    clock.heard(61_000, 900, 1_100);
    expect(clock.now()).toBe(61_000);
    clock.heard(99_000, 0, 2_000);
    expect(clock.now()).toBe(61_000);
    clock.heard(61_100, 1_000, 1_050);
    expect(clock.now()).toBe(1_000 + 61_100 - 1_025);
  });

  it("trusts a slower answer once the quicker one is old: somebody may have set the device's clock", () => {
    let now = 0;
    const clock = serverClock(() => now);
    clock.heard(50, 0, 100);
    now = 600_000;
    clock.heard(1_600_000, 599_600, 600_000);
    expect(clock.now()).toBe(1_600_200);
  });

  it('counts down to the second, and is over exactly at the end', () => {
    const end = '2026-12-24T12:00:00.000Z';
    const at = Date.parse(end);
    expect(secondsUntil(end, at - 61_000)).toBe(61);
    expect(secondsUntil(end, at - 1)).toBe(1);
    expect(secondsUntil(end, at)).toBe(0);
    expect(secondsUntil(end, at + 5_000)).toBe(0);
  });
});
