import { useEffect, useState } from 'react';
import { useStore } from '../store';
import { liveness, type Liveness } from './socket';

/** A connection that is renewed with a new token is away for less than that: nobody has to read of it. */
const patienceMilliseconds = 3_000;

/** Whether changes are told as they happen; a short absence does not count. */
export function useLiveness(): Liveness {
  const now = useStore(liveness);
  const [told, setTold] = useState<Liveness>(now);
  useEffect(() => {
    if (now === 'live') return setTold('live');
    const timer = setTimeout(() => setTold('away'), patienceMilliseconds);
    return () => clearTimeout(timer);
  }, [now]);
  return told;
}
