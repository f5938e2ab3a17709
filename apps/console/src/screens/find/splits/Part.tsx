import { useEffect } from 'react';
import { onlyThose, type Party } from '../../../app/party/carers';
import { useSpeech } from '../../../i18n/messages';
import { namesIn } from '../../../ui/party-names';
import { Entry } from '../answers/Entry';
import { Held } from '../hold/Held';
import { useHold } from '../hold/use-hold';
import type { SplitPart } from './queries';

/** Some of the party, where they would go, and the hold for them alone. */
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
  // The others keep what they see: their beds are other ones.
  const hold = useHold({ party: onlyThose(party, part.members) }, minutes, onHold, () => undefined);
  const { kind } = hold.state;
  // Also a refusal stays until it is read.
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
