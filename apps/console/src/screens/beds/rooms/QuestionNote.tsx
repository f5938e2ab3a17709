import { useSpeech } from '../../../i18n/messages';
import { Banner } from '../../../ui/Banner';
import { Button } from '../../../ui/Button';
import { isReady, keepMine, letGo, shownCounts, type Question, type Room } from '../ledger/ledger';
import { ageText, lastCountText, countsText } from './room-texts';
import type { BedsProps } from '../beds-props';
import { useNow } from '../../../app/clock/use-now';

/** A count that conflicts with the record: shows both counts, and staff in the room decide. */
export function QuestionNote({ room, question, book, outbox }: BedsProps & { readonly room: Room; readonly question: Question }) {
  const { t } = useSpeech();
  const now = useNow();
  const shown = shownCounts(book, room.id) ?? room.counts;
  const keep = () => {
    const stamp = { key: crypto.randomUUID(), saidAt: Date.now() };
    outbox.change((kept) => ({ ...kept, ...keepMine(kept, room.id, shown, stamp) }));
  };
  const drop = () => outbox.change((kept) => ({ ...kept, ...letGo(kept, room.id) }));
  const mine = t('beds.question.mine', { what: countsText(t, question.mine), ago: ageText(t, Date.now() - question.saidAt) });
  if (question.refusal !== null)
    return (
      <Banner tone="danger" urgent>
        <p>{t(question.refusal === 'INVALID_INPUT' ? 'beds.refused.fit' : 'beds.refused.gone')}</p>
        <p>{mine}</p>
        <p>{t('beds.question.record', { what: countsText(t, shown), when: lastCountText(t, room, now).text })}</p>
        <Button onPress={drop}>{t('beds.refused.close')}</Button>
      </Banner>
    );
  return (
    <Banner tone="warning" urgent>
      <p>{t('beds.question')}</p>
      <p>{mine}</p>
      {isReady(book, question) ? (
        <>
          <p>{t('beds.question.record', { what: countsText(t, shown), when: lastCountText(t, room, now).text })}</p>
          <div className="choices">
            <Button onPress={keep}>{t('beds.question.keep', { what: countsText(t, question.mine) })}</Button>
            <Button onPress={drop}>{t('beds.question.drop', { what: countsText(t, shown) })}</Button>
          </div>
        </>
      ) : (
        <p role="status">{t('beds.question.asking')}</p>
      )}
    </Banner>
  );
}
