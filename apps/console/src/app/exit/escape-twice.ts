const withinMilliseconds = 1_000;

/**
 * Tells when Escape was pressed for the second time within a second, by when it was pressed: a page that is busy hears of it later. A key
 * that is held down counts once.
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
