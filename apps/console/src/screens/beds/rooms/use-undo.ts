import { useEffect, useState } from 'react';

/** How long one tap can undo a change. */
export const undoMilliseconds = 10_000;

/** Whether the last change can be undone now. */
export interface Undo {
  readonly isOn: boolean;
  begin(): void;
  end(): void;
}

/** Active for a while after each change. */
export function useUndo(): Undo {
  const [until, setUntil] = useState<number | null>(null);
  useEffect(() => {
    if (until === null) return;
    const timer = setTimeout(() => setUntil(null), until - Date.now());
    return () => clearTimeout(timer);
  }, [until]);
  return { isOn: until !== null, begin: () => setUntil(Date.now() + undoMilliseconds), end: () => setUntil(null) };
}
