/** What tells that somebody works here. */
export const signsOfUse = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** Watches whether somebody works here. */
export interface IdleWatch {
  /** Somebody does. */
  used(): void;
  /** Looks whether it is time; also right after a computer slept, when timers come late. */
  look(): void;
}

/** Acts once when nobody has worked here for so long, by the clock and not by timers: a sleeping computer has none. */
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
      // The first touch after a long time must not undo what should have happened before it.
      look();
      if (!done) last = now();
    },
    look,
  };
}
