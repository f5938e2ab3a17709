import { useSpeech } from '../../i18n/messages';
import { Button } from '../../ui/Button';
import { OfflineScreens } from '../offline/OfflineScreens';
import { useOnline } from '../offline/online';
import { useIsKept } from '../offline/use-is-kept';
import type { SignInProblem } from './session';
import { useSession } from './session-context';
import { SignInProblemText } from './SignInProblemText';

/** The first screen for the user. Without network, it opens the screens that work offline. */
export function SignIn({ problem }: { readonly problem: SignInProblem | null }) {
  const { t } = useSpeech();
  const session = useSession();
  const online = useOnline();
  const isKept = useIsKept();
  if (!online) return <OfflineScreens />;
  return (
    <>
      <section className="sign-in">
        <h1>{t('signIn.title')}</h1>
        <p>{t('signIn.text')}</p>
        <SignInProblemText problem={problem} />
        <Button kind="main" onPress={() => void session.signIn()}>
          {t('signIn.button')}
        </Button>
      </section>
      {problem === 'offline' && isKept && <OfflineScreens />}
    </>
  );
}
