import { useCallback, useEffect, useRef, useState } from 'react';
import { escapeTwice } from './escape-twice';
import { useSession } from '../session/session-context';
import { quickExit } from './quick-exit';
import { unsentChanges, unsentOf, warnOnce } from './unsent';

/** The ways to leave. */
export interface Exit {
  /** Leaves at once, for the button and for Escape pressed twice. */
  readonly leave: () => void;
  readonly signOut: () => void;
  /** The number of changes that leaving would lose; null: no warning was shown yet. */
  readonly warning: number | null;
}

/** The ways to leave; the first press only warns if there are unsent changes. */
export function useExit(): Exit {
  const session = useSession();
  const [warning, setWarning] = useState<number | null>(null);
  const mayLeave = useRef(warnOnce(setWarning));
  const leave = useCallback(() => void (mayLeave.current(unsentChanges.get()) && quickExit()), []);
  const signOut = useCallback(() => {
    const state = session.state.get();
    // Data of other accounts on this device stays.
    if (mayLeave.current('subject' in state ? unsentOf(state.subject) : 0)) session.signOut();
  }, [session]);
  useEffect(() => {
    // Runs before any other handler: an open dialog or list would consume the key.
    const press = escapeTwice(leave);
    addEventListener('keydown', press, { capture: true });
    return () => removeEventListener('keydown', press, { capture: true });
  }, [leave]);
  return { leave, signOut, warning };
}
