import { useSpeech } from '../../i18n/messages';
import { Banner } from '../../ui/Banner';
import type { BoardOfScreen } from './use-board';

/** Shows how fresh the list is. */
export function LiveNote({ liveness, asOf }: Pick<BoardOfScreen, 'liveness' | 'asOf'>) {
  const { t, format } = useSpeech();
  if (asOf === null) return null;
  const time = format.time(new Date(asOf));
  if (liveness === 'away')
    return (
      <Banner tone="warning">
        <p>{t('holds.notLive', { time })}</p>
      </Banner>
    );
  return <p className="holds-live">{liveness === 'live' ? t('holds.live') : t('holds.asOf', { time })}</p>;
}
