import { useState } from 'react';
import { useSpeech } from '../../../i18n/messages';
import { Banner } from '../../../ui/Banner';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { sentTo, withoutPlace } from './arrange';
import { PartyCard } from './PartyCard';
import type { GroupOfScreen, GroupRefusal, GroupState } from './use-group';

type Proposed = Extract<GroupState, { kind: 'proposed' }>;

/** The plan, party by party; the user can correct each, then holds all with one confirmation. */
export function Proposal({ state, group }: { readonly state: Proposed; readonly group: GroupOfScreen }) {
  const { t } = useSpeech();
  const [isAsking, setIsAsking] = useState(false);
  const { parties, shelters, refusal } = state;
  const left = withoutPlace(parties).reduce((sum, { members }) => sum + members.length, 0);
  const counts = sentTo(parties);
  const placed = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const failed = new Set(parties.flatMap(({ problem, serviceId }) => (problem && serviceId !== null ? [serviceId] : [])));
  const hold = () => {
    setIsAsking(false);
    group.hold();
  };
  return (
    <div className="holds-form">
      <p>{t('holds.group.proposal')}</p>
      {left > 0 && (
        <Banner tone="danger" urgent>
          <p>{t('holds.group.left', { count: left })}</p>
        </Banner>
      )}
      {refusal && <Refusal refusal={refusal} />}
      <ul className="holds-list">
        {parties.map((party, n) => (
          <li key={party.id}>
            <PartyCard party={party} number={n + 1} parties={parties} shelters={shelters} counts={counts} correct={group.correct} />
          </li>
        ))}
      </ul>
      <div className="hold-steps">
        <Button kind="main" isDisabled={placed === 0} onPress={() => setIsAsking(true)}>
          {t('holds.group.hold')}
        </Button>
        {failed.size > 0 && <Button onPress={() => group.proposeWithout(failed)}>{t('holds.group.without')}</Button>}
        <Button onPress={group.back}>{t('holds.group.change')}</Button>
      </div>
      <Dialog title={t('holds.group.question')} isOpen={isAsking} isAlert onClose={() => setIsAsking(false)}>
        <ul>
          {[...counts].map(([serviceId, count]) => (
            <li key={serviceId}>
              {t('holds.group.sent', { place: shelters.find(({ id }) => id === serviceId)?.name ?? t('holds.unknownPlace'), count })}
            </li>
          ))}
        </ul>
        {left > 0 && <p className="hold-warning">{t('holds.group.left', { count: left })}</p>}
        <Button kind="main" onPress={hold}>
          {t('holds.group.hold')}
        </Button>
      </Dialog>
    </div>
  );
}

function Refusal({ refusal }: { readonly refusal: GroupRefusal }) {
  const { t } = useSpeech();
  return (
    <Banner tone="warning" urgent>
      {refusal.__typename === 'GroupChanged' && <p>{t('holds.group.changed')}</p>}
      {refusal.__typename === 'InvalidInput' && refusal.fields.map(({ path, message }) => <p key={path}>{message}</p>)}
      {refusal.__typename === 'IdempotencyConflict' && <p>{t('holds.tryAgain')}</p>}
    </Banner>
  );
}
