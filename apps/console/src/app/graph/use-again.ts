import { useEffect, useRef } from 'react';
import type { Liveness } from './socket';

const whileLiveMilliseconds = 60_000;
const whileAwayMilliseconds = 15_000;

/** Repeats a query at intervals, and at once when the connection is back: changes in between were not sent. */
export function useAgain(again: () => void, live: Liveness): void {
  const latest = useRef(again);
  latest.current = again;
  const wasAway = useRef(false);
  useEffect(() => {
    const isBack = live === 'live' && wasAway.current;
    wasAway.current = live === 'away';
    if (isBack) latest.current();
    const timer = setInterval(() => latest.current(), live === 'away' ? whileAwayMilliseconds : whileLiveMilliseconds);
    return () => clearInterval(timer);
  }, [live]);
}
