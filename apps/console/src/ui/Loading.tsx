import { useEffect, useState } from 'react';
import { useOnline } from '../app/offline/online';
import { useSpeech } from '../i18n/messages';
import { ProblemNote } from './ProblemNote';

/** What is kept on the device is there sooner: its users need no note. */
const patienceMilliseconds = 1_000;

/** Shows that something is being fetched; without network, that it waits, and what to do. */
export function Loading() {
  const { t } = useSpeech();
  const online = useOnline();
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), patienceMilliseconds);
    return () => clearTimeout(timer);
  }, []);
  return online || !isLong ? <p role="status">{t('app.loading')}</p> : <ProblemNote problem={{ kind: 'offline' }} />;
}
