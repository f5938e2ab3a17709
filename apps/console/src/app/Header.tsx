import { Link, useLocation } from 'wouter';
import { LanguageChooser } from '../i18n/LanguageChooser';
import { useSpeech } from '../i18n/messages';
import { Button } from '../ui/Button';
import type { Exit } from './exit/use-exit';
import { knownIdentity } from './identity/known-identity';
import { screensOf } from './screens';
import { useSession } from './session/session-context';
import { useStore } from './store';
import { startTour } from './tour/tour-state';

/** The exit first, then the menu. */
export function Header({ exit: { leave, signOut }, accountsPage }: { readonly exit: Exit; readonly accountsPage: string | null }) {
  const { t } = useSpeech();
  const { kind } = useStore(useSession().state);
  return (
    <header className="header">
      <Button kind="danger" className="exit" data-tour="exit" onPress={leave}>
        {t('exit.button')}
      </Button>
      <span className="for-screen-readers">{t('exit.hint')}</span>
      {kind === 'signed-in' || kind === 'expired' ? <Menu signOut={signOut} accountsPage={accountsPage} /> : null}
      <LanguageChooser />
    </header>
  );
}

function Menu({ signOut, accountsPage }: { readonly signOut: () => void; readonly accountsPage: string | null }) {
  const { t, language } = useSpeech();
  const [location] = useLocation();
  const identity = useStore(knownIdentity);
  if (!identity) return null;
  return (
    <nav className="menu" aria-label={t('app.menu')}>
      {screensOf(identity.role).map(({ path, title }) => (
        <Link key={path} href={path} className="menu-item" aria-current={location === path ? 'page' : undefined}>
          {t(title)}
        </Link>
      ))}
      {identity.role === 'COORDINATOR' && accountsPage !== null ? (
        // Opens a new window, because the console keeps entered data in memory only.
        <a className="menu-item" href={`${accountsPage}?ui_locales=${language}`} target="_blank" rel="noopener noreferrer">
          {t('app.accounts')}
        </a>
      ) : null}
      <Button kind="quiet" onPress={signOut}>
        {t('app.signOut')}
      </Button>
      <Button kind="quiet" onPress={startTour}>
        {t('app.tour')}
      </Button>
    </nav>
  );
}
