import { useSpeech } from '../../i18n/messages';
import { Button } from '../../ui/Button';
import { useIdentity } from '../identity/known-identity';
import { OfflineScreens } from '../offline/OfflineScreens';
import { useOnline } from '../offline/online';
import { useIsKept } from '../offline/use-is-kept';
import { screensOf } from '../screens';
import type { SignInProblem } from '../session/session';
import { useSession } from '../session/session-context';
import { SignInProblemText } from '../session/SignInProblemText';

/**
 * Hides the screen until the user has signed in again; what they entered is kept. If nobody can sign in because there is no network, it
 * shows what a reloaded page would show.
 */
export function LockCover({ problem }: { readonly problem: SignInProblem | null }) {
  const { t } = useSpeech();
  const session = useSession();
  const identity = useIdentity();
  const online = useOnline();
  const isKept = useIsKept();
  const worksOffline = identity !== null && screensOf(identity.role).some((screen) => screen.worksOffline);
  return (
    <>
      <section className="sign-in" aria-labelledby="locked">
        <h1 id="locked">{t('lock.title')}</h1>
        <p>{t('lock.text')}</p>
        <SignInProblemText problem={problem} />
        <Button kind="main" autoFocus onPress={() => void session.signInAgain()}>
          {t('signIn.again')}
        </Button>
      </section>
      {worksOffline && isKept && (!online || problem === 'offline') && (
        <div className="content">
          <OfflineScreens />
        </div>
      )}
    </>
  );
}
