import { useIdentity } from '../../../app/identity/known-identity';
import { useResume } from '../../../app/graph/use-resume';
import { useSpeech } from '../../../i18n/messages';
import { Banner } from '../../../ui/Banner';
import { Button } from '../../../ui/Button';
import { ProblemNote } from '../../../ui/ProblemNote';
import type { BoardOfScreen } from '../use-board';
import type { Shelters } from '../use-shelters';
import { useGroupDraft } from './draft';
import { GroupForm } from './GroupForm';
import { GroupHeld } from './GroupHeld';
import { Proposal } from './Proposal';
import { useGroup } from './use-group';

/** Holds beds for many people at once: who stays together, a plan to correct, one confirmation. */
export function Group(props: { readonly board: BoardOfScreen; readonly shelters: Shelters; readonly onBack: () => void }) {
  const { t } = useSpeech();
  const identity = useIdentity();
  const [draft, change, clear] = useGroupDraft(identity?.subject ?? '');
  const group = useGroup((holds) => {
    clear();
    holds.forEach(props.board.hear);
  });
  const { state } = group;
  const again = () => state.kind === 'problem' && state.again();
  useResume(state.kind === 'problem' ? state.problem : null, again);
  return (
    <div className="holds">
      <header className="holds-head">
        <h1>{t('holds.group')}</h1>
        {state.kind !== 'held' && <Button onPress={props.onBack}>{t('holds.back')}</Button>}
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
      {state.kind === 'held' && <GroupHeld held={state} {...props} />}
    </div>
  );
}
