import { useEffect } from 'react';
import { onlyThose, type Party } from '../../../app/party/carers';
import { useSpeech } from '../../../i18n/messages';
import { namesIn } from '../../../ui/party-names';
import { Entry } from '../answers/Entry';
import { Held } from '../hold/Held';
import { useHold } from '../hold/use-hold';
import type { SplitPart } from './queries';

/** One part of the party, its service, and the hold for this part alone. */
export function Part(props: {
  readonly part: SplitPart;
  readonly number: number;
  readonly party: Party;
  readonly minutes: number | null;
  readonly onHold: () => void;
  readonly onUse: (isInUse: boolean) => void;
}) {
  const { t } = useSpeech();
  const { part, number, party, minutes, onHold, onUse } = props;
  // The screen keeps the other parts: their beds are different ones.
  const hold = useHold({ party: onlyThose(party, part.members) }, minutes, onHold, () => undefined);
  const { kind } = hold.state;
  // A refusal also stays until the user has read it.
  const isInUse = kind !== 'none';
  useEffect(() => onUse(isInUse), [isInUse]);
  const names = namesIn(t, party);
  return (
    <>
      <p className="split-members">{part.members.map((member) => names[member]).join(' · ')}</p>
      <Held hold={hold} />
      {kind !== 'held' && <Entry number={number} match={part.match} canHold hold={hold} onSettled={onHold} />}
    </>
  );
}
