import { useCallback, useEffect, useRef, useState } from 'react';
import { escapeTwice } from './escape-twice';
import { useSession } from '../session/session-context';
import { quickExit } from './quick-exit';
import { unsentChanges, unsentOf, warnOnce } from './unsent';

/** The ways out. */
export interface Exit {
  /** At once, for the button and for Escape pressed twice. */
  readonly leave: () => void;
  readonly signOut: () => void;
  /** How many changes either of them would lose; null: nobody was told yet. */
  readonly warning: number | null;
}

/** The ways out; the first press only warns where something was not sent yet. */
export function useExit(): Exit {
  const session = useSession();
  const [warning, setWarning] = useState<number | null>(null);
  const mayLeave = useRef(warnOnce(setWarning));
  const leave = useCallback(() => void (mayLeave.current(unsentChanges.get()) && quickExit()), []);
  const signOut = useCallback(() => {
    const state = session.state.get();
    // What others have left here stays.
    if (mayLeave.current('subject' in state ? unsentOf(state.subject) : 0)) session.signOut();
  }, [session]);
  useEffect(() => {
    // Before anything on the screen: a dialog or a list that is open takes the key for itself.
    const press = escapeTwice(leave);
    addEventListener('keydown', press, { capture: true });
    return () => removeEventListener('keydown', press, { capture: true });
  }, [leave]);
  return { leave, signOut, warning };
}
