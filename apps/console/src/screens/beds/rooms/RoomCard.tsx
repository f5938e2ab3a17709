import { useId, useState } from 'react';
import type { Gender } from '../../../app/party/party';
import { useSpeech } from '../../../i18n/messages';
import { Button } from '../../../ui/Button';
import { NumberStepper } from '../../../ui/NumberStepper';
import { enterCounts, shownCounts, type Counts, type Room } from '../ledger/ledger';
import { QuestionNote } from './QuestionNote';
import { freeOf, lastCountText, countsText } from './room-texts';
import type { Surge } from '../queries';
import type { BedsProps } from '../beds-props';
import { later } from '../forms/later';
import { Surges } from './Surges';
import { useNow } from '../../../app/clock/use-now';
import { useUndo } from './use-undo';

const AddSurge = later(() => import('./AddSurge'));

interface RoomProps extends BedsProps {
  readonly room: Room;
  readonly name: string;
  /** The genders that its beds are for; empty: not given. */
  readonly genders: readonly Gender[];
  readonly surges: readonly Surge[];
  /** null: nobody is signed in, so the user can change counts only. */
  readonly refresh: (() => Promise<void>) | null;
}

/**
 * A room: taken beds, free beds, and the buttons − and +. A count is sent at once, since others refer people by it; undo sends the previous
 * count.
 */
export function RoomCard({ room, name, genders, surges, refresh, ...beds }: RoomProps) {
  const { t, format } = useSpeech();
  const title = useId();
  const { book, outbox } = beds;
  const undo = useUndo();
  const [before, setBefore] = useState<Counts | null>(null);
  const shown = shownCounts(book, room.id) ?? room.counts;
  const question = book.questions.find(({ roomId }) => roomId === room.id);
  const say = (counts: Counts) => {
    const stamp = { key: crypto.randomUUID(), saidAt: Date.now() };
    outbox.change((now) => ({ ...now, ...enterCounts(now, room.id, shown, counts, stamp) }));
  };
  const change = (counts: Partial<Counts>) => {
    if (!undo.isOn) setBefore(shown);
    undo.begin();
    say({ ...shown, ...counts });
  };
  const takeBack = () => {
    if (before) say(before);
    undo.end();
  };
  return (
    <article className="room" aria-labelledby={title}>
      <h3 id={title}>{name}</h3>
      {name !== room.name && genders.length > 0 && (
        <p>{t('beds.for', { who: [...new Set(genders)].map((one) => t(`gender.${one}`)).join(format.comma) })}</p>
      )}
      {question ? (
        <QuestionNote {...beds} room={room} question={question} />
      ) : (
        <>
          <Free room={room} shown={shown} />
          <NumberStepper
            label={t('beds.taken')}
            value={shown.occupied}
            most={shown.total - shown.outOfService - room.held}
            onChange={(occupied) => change({ occupied })}
          />
          <div className="room-status">
            {undo.isOn && before ? (
              <>
                <span>{t('beds.before', { what: countsText(t, before) })}</span>
                <Button onPress={takeBack}>{t('beds.undo')}</Button>
              </>
            ) : (
              <Age {...beds} room={room} />
            )}
          </div>
          <Surges surges={surges} refresh={refresh} />
          <More room={room} shown={shown} change={change} refresh={refresh} />
        </>
      )}
    </article>
  );
}

/** The number that a search for a bed would show. */
function Free({ room, shown }: { readonly room: Room; readonly shown: Counts }) {
  const { t } = useSpeech();
  const free = freeOf(shown, room.held);
  return (
    <p className="room-free">
      <strong>{t('beds.free', { count: free })}</strong>
      <span>{t('beds.ofTotal', { count: shown.total })}</span>
      {room.held > 0 && <span>{t('beds.held', { count: room.held })}</span>}
      {shown.outOfService > 0 && <span>{t('beds.out', { count: shown.outOfService })}</span>}
      {free === 0 && shown.total > 0 && <span className="room-full">{t('beds.full')}</span>}
    </p>
  );
}

function Age({ room, book }: BedsProps & { readonly room: Room }) {
  const { t } = useSpeech();
  const now = useNow();
  const isDue = book.changes.some(({ roomId, notBefore }) => roomId === room.id && notBefore <= Date.now());
  if (isDue) return <span className="room-waits">{t('beds.notYetTold')}</span>;
  const { text, isOld } = lastCountText(t, room, now);
  return <span className={isOld ? 'room-old' : undefined}>{text}</span>;
}

/** Settings that rarely change. */
function More(props: {
  readonly room: Room;
  readonly shown: Counts;
  readonly change: (counts: Partial<Counts>) => void;
  readonly refresh: (() => Promise<void>) | null;
}) {
  const { t } = useSpeech();
  const { room, shown, change, refresh } = props;
  return (
    <details className="room-more">
      <summary>{t('beds.more')}</summary>
      <NumberStepper
        label={t('beds.outOfService')}
        value={shown.outOfService}
        most={shown.total - shown.occupied - room.held}
        onChange={(outOfService) => change({ outOfService })}
      />
      <NumberStepper
        label={t('beds.total')}
        value={shown.total}
        least={shown.occupied + shown.outOfService + room.held}
        most={mostBeds}
        onChange={(total) => change({ total })}
      />
      {refresh && <AddSurge room={room} refresh={refresh} />}
    </details>
  );
}

/** The limit of the API. */
const mostBeds = 100_000;
