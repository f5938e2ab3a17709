import { useState } from 'react';
import { Link } from 'wouter';
import { useSpeech } from '../../i18n/messages';
import { Button } from '../../ui/Button';
import { Ended } from './Ended';
import { HoldCard } from './HoldCard';
import type { ShownHold } from './queries';
import { sortHolds } from './urgency';
import type { BoardOfScreen } from './use-board';
import type { Shelters } from './use-shelters';
import { useSteps, type Steps } from './steps/use-steps';

/** The server ends a hold within a second or two of its deadline. */
const untilEndedMilliseconds = 2_500;
/** Coordinators may see hundreds: the later ones are folded. */
const shownAtFirst = 50;

/** The holds in groups: just ended, not sure yet, with a deadline, placements. */
export function HoldList(props: { readonly board: BoardOfScreen; readonly shelters: Shelters; readonly isWaiting: boolean }) {
  const { t } = useSpeech();
  const { board, shelters } = props;
  const steps = useSteps(board);
  const { ended, asked, due, staying } = sortHolds(board.board.values());
  const over = (hold: ShownHold) => () => void setTimeout(() => void board.look(hold.id), untilEndedMilliseconds);
  const part = { shelters, steps, over };
  return (
    <>
      {ended.map((hold) => (
        <Ended
          key={hold.id}
          hold={hold}
          place={shelters.get(hold.serviceId)?.name ?? t('holds.unknownPlace')}
          onSeen={() => board.forget(hold.id)}
        />
      ))}
      {asked.length + due.length + staying.length === 0 && !props.isWaiting && (
        <p className="holds-empty">
          {t('holds.empty')} <Link href="/find">{t('holds.findAgain')}</Link>
        </p>
      )}
      <Part title={t('holds.asked', { count: asked.length })} holds={asked} {...part} />
      <Part title={t('holds.due', { count: due.length })} holds={due} {...part} />
      <Part title={t('holds.staying', { count: staying.length })} holds={staying} {...part} />
    </>
  );
}

function Part(props: {
  readonly title: string;
  readonly holds: readonly ShownHold[];
  readonly shelters: Shelters;
  readonly steps: Steps;
  readonly over: (hold: ShownHold) => () => void;
}) {
  const { t } = useSpeech();
  const { title, holds, shelters, steps, over } = props;
  const [shown, setShown] = useState(shownAtFirst);
  if (holds.length === 0) return null;
  return (
    <section className="holds-part" aria-label={title}>
      <h2>{title}</h2>
      <ul className="holds-list">
        {holds.slice(0, shown).map((hold) => (
          <li key={hold.id}>
            <HoldCard hold={hold} shelter={shelters.get(hold.serviceId)} steps={steps} onOver={over(hold)} />
          </li>
        ))}
      </ul>
      {holds.length > shown && (
        <Button onPress={() => setShown(shown + shownAtFirst)}>{t('holds.more', { count: holds.length - shown })}</Button>
      )}
    </section>
  );
}
