import { Suspense, useMemo } from 'react';
import { useMessages, useSpeech } from '../../i18n/messages';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { useIdentity } from '../identity/known-identity';
import { lazyLasting } from '../offline/load-lasting';
import { useStore } from '../store';
import { startTour, tourStep, tourWasOffered } from './tour-state';

/** The tour, if one is running; its script is fetched on demand. */
export function TourHere() {
  const messages = useMessages();
  const isOn = useStore(tourStep) !== null;
  const Tour = useMemo(
    () => lazyLasting(() => Promise.all([import('../../screens/tour/Tour'), messages.need('tour')]).then(([module]) => module)),
    [messages],
  );
  if (!isOn) return null;
  return (
    <Suspense>
      <Tour />
    </Suspense>
  );
}

/** Tells the user that this is the demo, and offers a tour; once per page load. */
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
