import { useSyncExternalStore } from 'react';

/** Whether the browser has a network. It may be wrong when it says yes; when it says no, there is none. */
export const useOnline = (): boolean => useSyncExternalStore(followNetwork, () => navigator.onLine);

function followNetwork(listener: () => void): () => void {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}
