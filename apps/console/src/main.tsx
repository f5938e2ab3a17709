import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { createGraphClient } from './app/graph/client';
import { createSocket } from './app/graph/socket';
import { forgetAtSignOut, reportKeptUnsent } from './app/offline/kept-databases';
import { admitOwnWorkers, registerWorker } from './app/offline/register-worker';
import { goToOwnAddress } from './app/own-address';
import { finishInWindow, openIdProvider, signInPaths } from './app/session/open-id';
import { createSession } from './app/session/session';
import { readSettings } from './app/settings';
import { preferredLanguage } from './i18n/languages';
import { createMessages } from './i18n/messages';
import './ui/styles/index.css';

const root = document.getElementById('root')!;
const settings = readSettings(root);

if (!goToOwnAddress(settings)) {
  if (location.pathname === signInPaths.window) void finishInWindow(settings).catch(() => window.close());
  else await start();
}

async function start(): Promise<void> {
  admitOwnWorkers();
  const isReturning = location.pathname === signInPaths.page;
  const session = createSession(openIdProvider(settings), isReturning ? { kind: 'returning' } : undefined);
  forgetAtSignOut(session);
  void reportKeptUnsent();
  if (isReturning) void session.finishSignIn();
  const messages = await createMessages(preferredLanguage(navigator.languages));
  const client = createGraphClient(session, createSocket(session));
  createRoot(root).render(
    <StrictMode>
      <App settings={settings} session={session} messages={messages} client={client} />
    </StrictMode>,
  );
  registerWorker();
}
