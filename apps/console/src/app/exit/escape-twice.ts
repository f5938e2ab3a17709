const withinMilliseconds = 1_000;

/** Tells when Escape was pressed for the second time within a second. A key that is held down counts once. */
export function escapeTwice(act: () => void, now: () => number): (event: Pick<KeyboardEvent, 'key' | 'repeat'>) => void {
  let last = -Infinity;
  return ({ key, repeat }) => {
    if (key !== 'Escape' || repeat) return;
    const pressed = now();
    const isSecond = pressed - last <= withinMilliseconds;
    last = isSecond ? -Infinity : pressed;
    if (isSecond) act();
  };
}
