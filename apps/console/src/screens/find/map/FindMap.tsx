import { Component, Suspense, useEffect, useState, type ReactNode } from 'react';
import { lazyLasting } from '../../../app/offline/load-lasting';
import { useSpeech } from '../../../i18n/messages';
import { Button } from '../../../ui/Button';
import { Loading } from '../../../ui/Loading';
import type { DrawnMapProps } from './DrawnMap';

/** Fetched on demand: it is larger than everything else together. */
const DrawnMap = lazyLasting(() => import('./DrawnMap'));

const desk = '(min-width: 60rem)';
const laterMilliseconds = 500;

/** The map beside the list on a desk; on a phone when the user opens it. If it cannot be drawn, the list still works. */
export function FindMap(props: Omit<DrawnMapProps, 'onFailed'>) {
  const { t } = useSpeech();
  const [isWanted, setIsWanted] = useState(false);
  useEffect(() => {
    if (!matchMedia(desk).matches) return;
    // Fetched after everything that the user waits for, above all the exit.
    const timer = setTimeout(() => setIsWanted(true), laterMilliseconds);
    return () => clearTimeout(timer);
  }, []);
  const [hasFailed, setHasFailed] = useState(false);
  const fail = () => setHasFailed(true);
  return (
    <section className="find-map" aria-label={t('find.map')}>
      {!isWanted && <Button onPress={() => setIsWanted(true)}>{t('find.map')}</Button>}
      {isWanted && hasFailed && <p>{t('find.map.failed')}</p>}
      {isWanted && !hasFailed && (
        <WhenItFails onFailed={fail}>
          <Suspense fallback={<Loading />}>
            <DrawnMap {...props} onFailed={fail} />
          </Suspense>
        </WhenItFails>
      )}
    </section>
  );
}

/** Without WebGL, or if a file cannot be fetched, only the map fails. */
class WhenItFails extends Component<{ readonly onFailed: () => void; readonly children: ReactNode }, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError = () => ({ hasFailed: true });

  override componentDidCatch = () => this.props.onFailed();

  override render = () => (this.state.hasFailed ? null : this.props.children);
}
