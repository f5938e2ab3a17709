import { useEffect, useRef } from 'react';
import { useOnline } from '../offline/online';
import { useSession } from '../session/session-context';
import { useStore } from '../store';
import { isWaiting, type Problem } from './problem';

const againMilliseconds = 5_000;

/**
 * Retries what could not be sent as soon as the network or the user is back. It also retries at intervals: if the network has no route, the
 * browser does not report its return; and a token that was refused is renewed without a change that screens would notice.
 */
export function useResume(problem: Problem | null, again: () => void): void {
  const session = useStore(useSession().state);
  const online = useOnline();
  const latest = useRef({ problem, again });
  latest.current = { problem, again };
  const isFirst = useRef(true);
  useEffect(() => {
    // On the first render nobody has come back.
    if (isFirst.current) return void (isFirst.current = false);
    const { problem: now, again: resume } = latest.current;
    if (isWaiting(now) && online && session.kind === 'signed-in') resume();
  }, [online, session.kind]);
  useEffect(() => {
    if (!isWaiting(problem) || !online || session.kind !== 'signed-in') return;
    const timer = setTimeout(() => latest.current.again(), againMilliseconds);
    return () => clearTimeout(timer);
  }, [problem, online, session.kind]);
}
