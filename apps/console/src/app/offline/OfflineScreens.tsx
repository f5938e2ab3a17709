import { useMemo } from 'react';
import { Routes } from '../Screens';
import { screens } from '../screens';
import type { Session, SessionState } from '../session/session';
import { SessionContext, useSession } from '../session/session-context';
import { createStore } from '../store';

const offline = screens.filter(({ worksOffline }) => worksOffline);

/** The screens that work without network. The user has not signed in: the screens show only data that is kept here, and send nothing. */
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
