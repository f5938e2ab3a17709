/** Events that show that somebody uses the page. */
export const signsOfUse = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** Watches whether somebody uses the page. */
export interface IdleWatch {
  /** Records a sign of use. */
  used(): void;
  /** Checks whether the time is over; also right after a computer slept, when timers are late. */
  look(): void;
}

/** Acts once after the page was unused for `afterMilliseconds`, by the clock and not by timers: timers stop while a computer sleeps. */
export function watchIdle(afterMilliseconds: number, act: () => void, now: () => number): IdleWatch {
  let last = now();
  let done = false;
  const look = () => {
    if (done || now() - last < afterMilliseconds) return;
    done = true;
    act();
  };
  return {
    used: () => {
      // The first touch after a long time must not prevent the lock that was due before it.
      look();
      if (!done) last = now();
    },
    look,
  };
}
