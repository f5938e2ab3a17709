const withinMilliseconds = 1_000;

/**
 * Detects two presses of Escape within a second, by the time of the press: a busy page receives the event later. A key that is held down
 * counts once.
 */
export function escapeTwice(act: () => void): (event: Pick<KeyboardEvent, 'key' | 'repeat' | 'timeStamp'>) => void {
  let last = -Infinity;
  return ({ key, repeat, timeStamp }) => {
    if (key !== 'Escape' || repeat) return;
    const isSecond = timeStamp - last <= withinMilliseconds;
    last = isSecond ? -Infinity : timeStamp;
    if (isSecond) act();
  };
}
