import { useId } from 'react';
import { useSpeech } from '../../../i18n/messages';
import { Banner } from '../../../ui/Banner';
import { Button } from '../../../ui/Button';
import { isOpen } from '../board';
import { Ended } from '../Ended';
import { HoldText } from '../HoldCard';
import type { ShownHold } from '../queries';
import { isAsked } from '../urgency';
import type { BoardOfScreen } from '../use-board';
import type { Shelters } from '../use-shelters';
import type { GroupState } from './use-group';

/** The holds of a group as they stand now: a shelter may answer while the user calls the others. */
export function GroupHeld(props: {
  readonly held: Extract<GroupState, { kind: 'held' }>;
  readonly board: BoardOfScreen;
  readonly shelters: Shelters;
  readonly onBack: () => void;
}) {
  const { t } = useSpeech();
  const { held, board, shelters, onBack } = props;
  const nameOf = ({ serviceId }: ShownHold) => held.shelters.find(({ id }) => id === serviceId)?.name ?? t('holds.unknownPlace');
  const holds = held.holds.map((hold) => board.board.get(hold.id) ?? hold);
  const areAllSure = holds.every((hold) => isOpen(hold) && !isAsked(hold));
  return (
    <>
      <Banner tone={areAllSure ? 'good' : 'warning'} urgent>
        <p>{t(areAllSure ? 'holds.group.held' : 'holds.group.notSure')}</p>
        <Button kind="main" onPress={onBack}>
          {t('holds.back')}
        </Button>
      </Banner>
      <ul className="holds-list">
        {holds.map((hold) => (
          <li key={hold.id}>
            {isOpen(hold) ? (
              <HeldHere hold={hold} name={nameOf(hold)} shelter={shelters.get(hold.serviceId)} />
            ) : (
              <Ended hold={hold} place={nameOf(hold)} />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function HeldHere({ name, ...of }: Parameters<typeof HoldText>[0] & { readonly name: string }) {
  const title = useId();
  return (
    <article className="hold" aria-labelledby={title}>
      <h2 id={title}>{name}</h2>
      <HoldText {...of} />
    </article>
  );
}
