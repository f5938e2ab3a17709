import { useCallback, useEffect, useRef, useState } from 'react';
import { escapeTwice } from './escape-twice';
import { quickExit } from './quick-exit';
import { unsentChanges, warnOnce } from './unsent';

/** The way out, for the button and for Escape pressed twice; `warning` is how many changes it would lose. */
export function useExit(): { readonly leave: () => void; readonly warning: number | null } {
  const [warning, setWarning] = useState<number | null>(null);
  const mayLeave = useRef(warnOnce(unsentChanges.get, setWarning));
  const leave = useCallback(() => void (mayLeave.current() && quickExit()), []);
  useEffect(() => {
    // Before anything on the screen: a dialog or a list that is open takes the key for itself.
    const press = escapeTwice(leave);
    addEventListener('keydown', press, { capture: true });
    return () => removeEventListener('keydown', press, { capture: true });
  }, [leave]);
  return { leave, warning };
}
