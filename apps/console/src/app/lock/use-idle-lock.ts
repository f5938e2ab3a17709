import { useEffect } from 'react';
import { useSession } from '../session/session-context';
import { useStore } from '../store';
import { signsOfUse, watchIdle } from './idle';

const lookEveryMilliseconds = 5_000;

/** Locks the screen after this many minutes without use. */
export function useIdleLock(minutes: number): void {
  const session = useSession();
  const { kind } = useStore(session.state);
  const isOpen = kind === 'signed-in' || kind === 'expired';
  useEffect(() => {
    if (!isOpen) return;
    const { used, look } = watchIdle(minutes * 60_000, () => session.lock(), Date.now);
    const options = { capture: true, passive: true };
    for (const sign of signsOfUse) addEventListener(sign, used, options);
    document.addEventListener('visibilitychange', look);
    const timer = setInterval(look, lookEveryMilliseconds);
    return () => {
      for (const sign of signsOfUse) removeEventListener(sign, used, options);
      document.removeEventListener('visibilitychange', look);
      clearInterval(timer);
    };
  }, [isOpen, minutes, session]);
}
