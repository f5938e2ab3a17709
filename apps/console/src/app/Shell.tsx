import { useSpeech } from '../i18n/messages';
import { LiveRegion } from '../ui/announce';
import { useExit } from './exit/use-exit';
import { Header } from './Header';
import { useIdleLock } from './lock/use-idle-lock';
import { LockCover } from './lock/LockCover';
import { Notices } from './Notices';
import { Screens } from './Screens';
import { SignIn } from './session/SignIn';
import { useSession } from './session/session-context';
import type { Settings } from './settings';
import { useStore } from './store';
import { TourHere, TourOffer } from './tour/TourHere';

/** The frame of every screen: the exit, the menu, and the states without a session or a network. */
export function Shell({ settings }: { readonly settings: Settings }) {
  const { t } = useSpeech();
  const state = useStore(useSession().state);
  const exit = useExit();
  useIdleLock(settings.lockMinutes);
  const isLocked = state.kind === 'locked';
  return (
    <>
      <a className="skip" href="#content">
        {t('app.skip')}
      </a>
      <Header exit={exit} accountsPage={settings.accountsPage} />
      <Notices exitWarning={exit.warning} />
      <LiveRegion />
      {isLocked && <LockCover problem={state.problem} />}
      {/* The screen behind the cover stays mounted, but hidden and inert. */}
      <main id="content" tabIndex={-1} className={isLocked ? 'content covered' : 'content'} inert={isLocked}>
        {settings.isDemo ? <TourOffer /> : null}
        <Content />
        <TourHere />
      </main>
    </>
  );
}

function Content() {
  const { t } = useSpeech();
  const state = useStore(useSession().state);
  if (state.kind === 'returning') return <p role="status">{t('signIn.returning')}</p>;
  if (state.kind === 'signed-out') return <SignIn problem={state.problem} />;
  return <Screens key={state.subject} />;
}
