/** What time the server has, as far as its answers tell: phones are often minutes off, and a hold ends by the server's clock. */
export interface ServerClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** An answer that the server dated, on its way from `asked` to `answered` by the clock of this device. */
  heard(serverTime: number, asked: number, answered: number): void;
}

/** Trusts the answer that was on its way for the shortest time; without any, the clock of this device. */
export function serverClock(deviceNow: () => number): ServerClock {
  let offset = 0;
  let leastDoubt = Infinity;
  let heardAt = 0;
  return {
    now: () => deviceNow() + offset,
    heard: (serverTime, asked, answered) => {
      const doubt = (answered - asked) / 2;
      // A clock drifts, and a phone that slept may have been set: what was heard long ago counts for less.
      if (doubt > leastDoubt + (answered - heardAt) / driftDivisor) return;
      leastDoubt = doubt;
      heardAt = answered;
      offset = serverTime - (asked + answered) / 2;
    },
  };
}

/** A millisecond of doubt for each second since. */
const driftDivisor = 1_000;

/** Seconds until an end, as a countdown shows them; never below 0. Rounded up: a person reads 0:00 only when it is over. */
export const secondsUntil = (endsAt: string, now: number): number => Math.max(0, Math.ceil((Date.parse(endsAt) - now) / 1_000));
