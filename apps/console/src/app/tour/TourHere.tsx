import { lazy, Suspense, useMemo } from 'react';
import { useMessages, useSpeech } from '../../i18n/messages';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { useIdentity } from '../identity/known-identity';
import { useStore } from '../store';
import { startTour, tourStep, tourWasOffered } from './tour-state';

/** The tour, while one is on; it is fetched when somebody wants it. */
export function TourHere() {
  const messages = useMessages();
  const isOn = useStore(tourStep) !== null;
  const Tour = useMemo(
    () => lazy(() => Promise.all([import('../../screens/tour/Tour'), messages.need('tour')]).then(([module]) => module)),
    [messages],
  );
  if (!isOn) return null;
  return (
    <Suspense>
      <Tour />
    </Suspense>
  );
}

/** Says that this is the demo, and offers to show somebody around; once, until the page is loaded again. */
export function TourOffer() {
  const { t } = useSpeech();
  const identity = useIdentity();
  const wasOffered = useStore(tourWasOffered);
  if (!identity || wasOffered) return null;
  return (
    <Banner tone="info">
      <p>{t('app.demo')}</p>
      <Button onPress={startTour}>{t('app.tour')}</Button>
      <Button kind="quiet" onPress={() => tourWasOffered.set(true)}>
        {t('app.noTour')}
      </Button>
    </Banner>
  );
}
