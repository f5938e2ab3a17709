import { Link, useLocation } from 'wouter';
import { LanguageChooser } from '../i18n/LanguageChooser';
import { useSpeech } from '../i18n/messages';
import { Button } from '../ui/Button';
import type { Exit } from './exit/use-exit';
import { knownIdentity } from './identity/known-identity';
import { screensOf } from './screens';
import { useSession } from './session/session-context';
import { useStore } from './store';

/** The way out first, then where to go. */
export function Header({ exit: { leave, signOut } }: { readonly exit: Exit }) {
  const { t } = useSpeech();
  const { kind } = useStore(useSession().state);
  return (
    <header className="header">
      <Button kind="danger" className="exit" onPress={leave}>
        {t('exit.button')}
      </Button>
      <span className="for-screen-readers">{t('exit.hint')}</span>
      {kind === 'signed-in' || kind === 'expired' ? <Menu signOut={signOut} /> : null}
      <LanguageChooser />
    </header>
  );
}

function Menu({ signOut }: { readonly signOut: () => void }) {
  const { t } = useSpeech();
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
      <Button kind="quiet" onPress={signOut}>
        {t('app.signOut')}
      </Button>
    </nav>
  );
}
