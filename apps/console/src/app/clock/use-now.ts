import { useEffect, useState } from 'react';
import { clock } from './server-time';

/** The server's time, updated at intervals: for ages, where a minute does not matter. */
export function useNow(everyMilliseconds = 15_000): number {
  const [now, setNow] = useState(clock.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(clock.now()), everyMilliseconds);
    return () => clearInterval(timer);
  }, [everyMilliseconds]);
  // An answer may have set the clock since the last update.
  return Math.max(now, clock.now());
}
