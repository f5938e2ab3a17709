import { useSpeech } from '../i18n/messages';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { useOnline } from './offline/online';
import { SignInProblemText } from './session/SignInProblemText';
import { useSession } from './session/session-context';
import { useStore } from './store';

/** Notices for every screen: no network, an expired session, changes that leaving would lose. */
export function Notices({ exitWarning }: { readonly exitWarning: number | null }) {
  const { t } = useSpeech();
  const session = useSession();
  const state = useStore(session.state);
  const online = useOnline();
  return (
    <div className="notices">
      {exitWarning === null ? null : (
        <Banner tone="danger" urgent>
          {t('exit.unsent', { count: exitWarning })}
        </Banner>
      )}
      {online ? null : <Banner tone="warning">{t('app.offline')}</Banner>}
      {state.kind === 'expired' ? (
        <Banner tone="warning" urgent>
          <p>{t('signIn.expired')}</p>
          <SignInProblemText problem={state.problem} />
          <Button kind="main" onPress={() => void session.signInAgain()}>
            {t('signIn.again')}
          </Button>
        </Banner>
      ) : null}
    </div>
  );
}
