import { useSpeech } from '../../i18n/messages';
import { Button } from '../../ui/Button';
import type { SignInProblem } from '../session/session';
import { useSession } from '../session/session-context';
import { SignInProblemText } from '../session/SignInProblemText';

/** Hides what is on the screen until the person has signed in again; what they entered waits behind it. */
export function LockCover({ problem }: { readonly problem: SignInProblem | null }) {
  const { t } = useSpeech();
  const session = useSession();
  return (
    <section className="sign-in" aria-labelledby="locked">
      <h1 id="locked">{t('lock.title')}</h1>
      <p>{t('lock.text')}</p>
      <SignInProblemText problem={problem} />
      <Button kind="main" autoFocus onPress={() => void session.signInAgain()}>
        {t('signIn.again')}
      </Button>
    </section>
  );
}
