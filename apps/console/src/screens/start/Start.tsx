import { useIdentity } from '../../app/identity/known-identity';
import { useSpeech } from '../../i18n/messages';

/** Shows who is signed in. */
export default function Start() {
  const { t } = useSpeech();
  const identity = useIdentity();
  return (
    <>
      <h1>{t('screen.start')}</h1>
      {identity && <p>{t(`role.${identity.role}`)}</p>}
    </>
  );
}
