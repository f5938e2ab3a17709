import { useEffect, useState } from 'react';

/** For so long a change can be taken back in one tap. */
export const undoMilliseconds = 10_000;

/** Whether the last change can be taken back now. */
export interface Undo {
  readonly isOn: boolean;
  begin(): void;
  end(): void;
}

/** On from each change, for a while. */
export function useUndo(): Undo {
  const [until, setUntil] = useState<number | null>(null);
  useEffect(() => {
    if (until === null) return;
    const timer = setTimeout(() => setUntil(null), until - Date.now());
    return () => clearTimeout(timer);
  }, [until]);
  return { isOn: until !== null, begin: () => setUntil(Date.now() + undoMilliseconds), end: () => setUntil(null) };
}
