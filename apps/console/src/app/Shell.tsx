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
import { useStore } from './store';

/** What is around every screen: the way out, the menu, and what happens without a session or a network. */
export function Shell({ lockMinutes }: { readonly lockMinutes: number }) {
  const { t } = useSpeech();
  const state = useStore(useSession().state);
  const exit = useExit();
  useIdleLock(lockMinutes);
  const isLocked = state.kind === 'locked';
  return (
    <>
      <a className="skip" href="#content">
        {t('app.skip')}
      </a>
      <Header exit={exit} />
      <Notices exitWarning={exit.warning} />
      <LiveRegion />
      {isLocked && <LockCover problem={state.problem} />}
      {/* What is behind the cover stays as it is, out of sight and out of reach. */}
      <main id="content" tabIndex={-1} className={isLocked ? 'content covered' : 'content'} inert={isLocked}>
        <Content />
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
