import { useSpeech } from '../../i18n/messages';
import type { SignInProblem } from './session';

const texts = { offline: 'signIn.offline', refused: 'signIn.refused', 'window-blocked': 'signIn.windowBlocked' } as const;

/** Why signing in failed, and what to do. */
export function SignInProblemText({ problem }: { readonly problem: SignInProblem | null }) {
  const { t } = useSpeech();
  return problem && <p role="alert">{t(texts[problem])}</p>;
}
