/** The server's time, estimated from its answers: phones are often minutes off, and a hold ends by the server's clock. */
export interface ServerClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Takes the server's time from an answer. `asked` and `answered` are times of this device's clock. */
  heard(serverTime: number, asked: number, answered: number): void;
}

/** Trusts the answer with the shortest round trip; without any answer, the clock of this device. */
export function serverClock(deviceNow: () => number): ServerClock {
  let offset = 0;
  let leastDoubt = Infinity;
  let heardAt = 0;
  return {
    now: () => deviceNow() + offset,
    heard: (serverTime, asked, answered) => {
      const doubt = (answered - asked) / 2;
      // A clock drifts, and the clock of a sleeping phone may have been set: older answers count for less.
      if (doubt > leastDoubt + (answered - heardAt) / driftDivisor) return;
      leastDoubt = doubt;
      heardAt = answered;
      offset = serverTime - (asked + answered) / 2;
    },
  };
}

/** One millisecond of doubt for each second since then. */
const driftDivisor = 1_000;

/** Seconds until an end, for a countdown; never below 0. Rounded up, so that 0:00 appears only when the time is over. */
export const secondsUntil = (endsAt: string, now: number): number => Math.max(0, Math.ceil((Date.parse(endsAt) - now) / 1_000));
