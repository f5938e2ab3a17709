import { useEffect, useRef } from 'react';
import { useOnline } from '../offline/online';
import { useSession } from '../session/session-context';
import { useStore } from '../store';
import type { Problem } from './problem';

/** Goes on by itself with what could not be sent, as soon as the network or the person has come back. */
export function useResume(problem: Problem | null, again: () => void): void {
  const session = useStore(useSession().state);
  const online = useOnline();
  const latest = useRef({ problem, again });
  latest.current = { problem, again };
  const isFirst = useRef(true);
  useEffect(() => {
    // Whoever has just come into sight has seen nobody come back.
    if (isFirst.current) return void (isFirst.current = false);
    const { problem: now, again: resume } = latest.current;
    const waits = now?.kind === 'offline' || now?.kind === 'expired';
    if (waits && online && session.kind === 'signed-in') resume();
  }, [online, session.kind]);
}
