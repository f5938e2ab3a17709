import { useMemo } from 'react';
import { Routes } from '../Screens';
import { screens } from '../screens';
import type { Session, SessionState } from '../session/session';
import { SessionContext, useSession } from '../session/session-context';
import { createStore } from '../store';

const offline = screens.filter(({ worksOffline }) => worksOffline);

/** What works without network. Whoever is at the device has not signed in: nothing shows but what is kept here, and nothing is sent. */
export function OfflineScreens() {
  const session = useSession();
  const nobody = useMemo(() => signedOut(session), [session]);
  return (
    <SessionContext value={nobody}>
      <Routes screens={offline} />
    </SessionContext>
  );
}

const signedOut = (session: Session): Session => ({
  ...session,
  state: createStore<SessionState>({ kind: 'signed-out', problem: null }),
  token: () => null,
});
