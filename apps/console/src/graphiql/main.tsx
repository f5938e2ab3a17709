import 'graphiql/setup-workers/vite';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createSocket } from '../app/graph/socket';
import { goToOwnAddress } from '../app/own-address';
import { reportKeptUnsent } from '../app/offline/kept-databases';
import { admitOwnWorkers } from '../app/offline/register-worker';
import { openIdProvider } from '../app/session/open-id';
import { createSession } from '../app/session/session';
import { SessionContext } from '../app/session/session-context';
import { readSettings } from '../app/settings';
import { denyEditorPolicies } from './editor-policies';
import { createFetcher } from './fetcher';
import { TryQueries } from './TryQueries';
// GraphiQL's own style.css imports these files and web fonts, and the font policy forbids web fonts.
import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import 'graphiql/graphiql.css';
import './graphiql.css';

const root = document.getElementById('root')!;
const settings = readSettings(root);

if (!goToOwnAddress(settings)) {
  admitOwnWorkers({ markup: true });
  denyEditorPolicies();
  void reportKeptUnsent();
  const session = createSession(openIdProvider(settings));
  const fetcher = createFetcher(session, createSocket(session));
  createRoot(root).render(
    <StrictMode>
      <SessionContext value={session}>
        <TryQueries fetcher={fetcher} lockMinutes={settings.lockMinutes} />
      </SessionContext>
    </StrictMode>,
  );
}
