import { useIdentity } from '../../../app/identity/known-identity';
import { useResume } from '../../../app/graph/use-resume';
import { useSpeech } from '../../../i18n/messages';
import { Banner } from '../../../ui/Banner';
import { Button } from '../../../ui/Button';
import { ProblemNote } from '../../../ui/ProblemNote';
import type { ShownHold } from '../queries';
import { useGroupDraft } from './draft';
import { GroupForm } from './GroupForm';
import { Proposal } from './Proposal';
import { useGroup, type GroupState } from './use-group';

/** Holds beds for many people at once: who stays together, a plan to correct, one confirmation. */
export function Group(props: { readonly onBack: () => void; readonly onHeld: (holds: readonly ShownHold[]) => void }) {
  const { t } = useSpeech();
  const identity = useIdentity();
  const [draft, change, clear] = useGroupDraft(identity?.subject ?? '');
  const group = useGroup((holds) => {
    clear();
    props.onHeld(holds);
  });
  const { state } = group;
  const again = () => state.kind === 'problem' && state.again();
  useResume(state.kind === 'problem' ? state.problem : null, again);
  return (
    <div className="holds">
      <header className="holds-head">
        <h1>{t('holds.group')}</h1>
        <Button onPress={props.onBack}>{t('holds.back')}</Button>
      </header>
      {state.kind === 'form' && <GroupForm draft={draft} change={change} onPropose={() => group.propose(draft)} />}
      {state.kind === 'form' && state.nothingNear && (
        <Banner tone="warning" urgent>
          <p>{t('holds.group.nothing')}</p>
        </Banner>
      )}
      {state.kind === 'asking' && <p role="status">{t('holds.asking')}</p>}
      {state.kind === 'problem' && (
        <>
          <ProblemNote problem={state.problem} again={again} />
          <Button onPress={group.back}>{t('holds.back')}</Button>
        </>
      )}
      {state.kind === 'proposed' && <Proposal state={state} group={group} />}
      {state.kind === 'held' && <Held state={state} onBack={props.onBack} />}
    </div>
  );
}

function Held({ state, onBack }: { readonly state: Extract<GroupState, { kind: 'held' }>; readonly onBack: () => void }) {
  const { t } = useSpeech();
  const nameOf = (serviceId: string) => state.shelters.find(({ id }) => id === serviceId)?.name ?? t('holds.unknownPlace');
  return (
    <Banner tone="good" urgent>
      <p>{t('holds.group.held')}</p>
      <ul>
        {state.holds.map(({ id, serviceId, caseReference }) => (
          <li key={id}>
            {nameOf(serviceId)}{' '}
            <bdi dir="ltr" className="hold-code">
              {caseReference}
            </bdi>
          </li>
        ))}
      </ul>
      <Button kind="main" onPress={onBack}>
        {t('holds.back')}
      </Button>
    </Banner>
  );
}
