import { useEffect, useState } from 'react';
import { isSomethingKept } from './kept-names';

/** Whether a screen has kept data on this device. */
export function useIsKept(): boolean {
  const [isKept, setIsKept] = useState(false);
  useEffect(() => {
    void isSomethingKept().then(setIsKept);
  }, []);
  return isKept;
}
