import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import { clock } from '../../../app/clock/server-time';
import { closeOnExit } from '../../../app/exit/forget-everything';
import { useSession } from '../../../app/session/session-context';
import { openKeeper } from './database';
import { createOutbox, type Outbox, type Surroundings } from './outbox';
import { sendChange } from './send-change';

/** Users who count on this screen work in the shelter. */
const ownRole = 'PROVIDER';

const alone =
  (name: string): Surroundings['alone'] =>
  (work) =>
    navigator.locks.request(name, work);

function later(milliseconds: number, work: () => void): () => void {
  const timer = setTimeout(work, milliseconds);
  return () => clearTimeout(timer);
}

/** The outbox of an account, open while the screen is shown; null: not opened yet. */
export function useOutbox(owner: string): Outbox | null {
  const client = useClient();
  const session = useSession();
  const [outbox, setOutbox] = useState<Outbox | null>(null);
  useEffect(() => {
    let opened: Outbox | null = null;
    let isOver = false;
    const maySend = () => {
      const now = session.state.get();
      return navigator.onLine && now.kind === 'signed-in' && now.subject === owner && session.token() !== null;
    };
    const open = async () => {
      const keeper = await openKeeper(owner);
      if (isOver) return keeper.close();
      const surroundings = { keeper, maySend, alone: alone(`haven-beds-${owner}`), later, now: Date.now, serverNow: clock.now };
      opened = createOutbox({ ...surroundings, send: (change) => sendChange(client, ownRole, change) });
      setOutbox(opened);
    };
    void open();
    const goOn = () => opened?.send();
    const look = () => document.visibilityState === 'visible' && void opened?.look().then(goOn);
    const stops = [closeOnExit(() => opened?.close()), session.state.follow(goOn)];
    addEventListener('online', goOn);
    document.addEventListener('visibilitychange', look);
    return () => {
      isOver = true;
      for (const stop of stops) stop();
      removeEventListener('online', goOn);
      document.removeEventListener('visibilitychange', look);
      opened?.close();
      setOutbox(null);
    };
  }, [owner, client, session]);
  return outbox;
}
