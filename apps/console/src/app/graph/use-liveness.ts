import { useEffect, useState } from 'react';
import { useStore } from '../store';
import { liveness, type Liveness } from './socket';

/** A connection that is renewed with a new token is down for less than this: the user need not know. */
const patienceMilliseconds = 3_000;

/** Whether changes arrive as they happen; a short interruption does not count. */
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
