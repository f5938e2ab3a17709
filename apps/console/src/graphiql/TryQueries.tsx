import { useState, type ReactNode } from 'react';
import { GraphiQL } from 'graphiql';
import { useExit } from '../app/exit/use-exit';
import { useIdleLock } from '../app/lock/use-idle-lock';
import { useSession } from '../app/session/session-context';
import { useStore } from '../app/store';
import { AskToSignIn } from './AskToSignIn';
import { examples } from './examples';
import type { Fetcher } from './fetcher';
import { LeaveButton } from './LeaveButton';
import { createMemoryStorage } from './memory-storage';

/** GraphiQL for developers who connect a system; they sign in like any client. GraphiQL is in English only, so this page is too. */
export function TryQueries({ fetcher, lockMinutes }: { readonly fetcher: Fetcher; readonly lockMinutes: number }) {
  const state = useStore(useSession().state);
  const exit = useExit();
  useIdleLock(lockMinutes);
  // A user who signs in again finds what they typed; another user does not see it.
  return <Desk key={'subject' in state ? state.subject : null} fetcher={fetcher} leave={<LeaveButton exit={exit} />} />;
}

function Desk({ fetcher, leave }: { readonly fetcher: Fetcher; readonly leave: ReactNode }) {
  const [storage] = useState(createMemoryStorage);
  const session = useSession();
  if (useStore(session.state).kind !== 'signed-in') return <AskToSignIn leave={leave} />;
  return (
    <GraphiQL fetcher={fetcher} storage={storage} defaultTabs={[...examples]} isHeadersEditorEnabled={false} shouldPersistHeaders={false}>
      <GraphiQL.Logo>Haven</GraphiQL.Logo>
      <GraphiQL.Footer>
        {leave}
        <button type="button" onClick={() => session.signOut()}>
          Sign out
        </button>
      </GraphiQL.Footer>
    </GraphiQL>
  );
}
