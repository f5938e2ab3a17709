import { useSpeech } from '../../i18n/messages';
import { Button } from '../../ui/Button';
import { useOnline } from '../offline/online';
import { Routes } from '../Screens';
import { screens } from '../screens';
import type { SignInProblem } from './session';
import { useSession } from './session-context';
import { SignInProblemText } from './SignInProblemText';

const withoutNetwork = screens.filter(({ worksOffline }) => worksOffline);

/** The first thing that a person sees. Without network, what works without. */
export function SignIn({ problem }: { readonly problem: SignInProblem | null }) {
  const { t } = useSpeech();
  const session = useSession();
  const online = useOnline();
  if (!online && withoutNetwork.length > 0) return <Routes screens={withoutNetwork} />;
  return (
    <section className="sign-in">
      <h1>{t('signIn.title')}</h1>
      <p>{t('signIn.text')}</p>
      <SignInProblemText problem={problem} />
      <Button kind="main" onPress={() => void session.signIn()}>
        {t('signIn.button')}
      </Button>
    </section>
  );
}
