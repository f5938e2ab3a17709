import { describe, expect, it } from '@jest/globals';
import type { Subscription } from '@haven/messaging';
import { caughtUp } from './caught-up.js';

const subscription = (lags: (number | Error)[]) => {
  const rest = [...lags];
  const lag = () => {
    const next = rest.shift() ?? 0;
    return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
  };
  return { lag } as unknown as Subscription;
};

describe('caughtUp', () => {
  it('is true at once without consumers', async () => {
    expect(await caughtUp(null)()).toBe(true);
  });

  it('is false until nearly everything was handled once, then always true', async () => {
    const is = caughtUp(subscription([50_000, 101, 100, 90_000]));
    expect([await is(), await is(), await is(), await is()]).toEqual([false, false, true, true]);
  });

  it('serves what is stored while the transport is away', async () => {
    expect(await caughtUp(subscription([new Error('away')]))()).toBe(true);
  });
});
