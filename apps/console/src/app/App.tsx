import { I18nProvider } from 'react-aria-components';
import { Provider as GraphProvider, type Client } from 'urql';
import { Router } from 'wouter';
import { formatTag } from '../i18n/format';
import { MessagesProvider, type Messages } from '../i18n/messages';
import { useReplacedLocation } from './replace-only';
import type { Session } from './session/session';
import { SessionContext } from './session/session-context';
import type { Settings } from './settings';
import { Shell } from './Shell';
import { useStore } from './store';

/** The dependencies of the page. */
export interface AppProps {
  readonly settings: Settings;
  readonly session: Session;
  readonly messages: Messages;
  readonly client: Client;
}

/** The whole console. */
export function App({ settings, session, messages, client }: AppProps) {
  const language = useStore(messages.language);
  return (
    <SessionContext value={session}>
      <GraphProvider value={client}>
        <I18nProvider locale={formatTag(language)}>
          <MessagesProvider messages={messages}>
            <Router hook={useReplacedLocation}>
              <Shell settings={settings} />
            </Router>
          </MessagesProvider>
        </I18nProvider>
      </GraphProvider>
    </SessionContext>
  );
}
