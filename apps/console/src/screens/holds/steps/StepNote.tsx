import { useResume } from '../../../app/graph/use-resume';
import { useSpeech } from '../../../i18n/messages';
import { Banner } from '../../../ui/Banner';
import { ProblemNote } from '../../../ui/ProblemNote';
import type { Step, StepState, Steps } from './use-steps';

/** Steps that end a hold are shown where the hold ended. */
const isShownHere = (verb: Step['verb']): verb is 'confirm' | 'take' | 'extend' | 'stay' => verb !== 'release' && verb !== 'checkOut';

/** The result of the last step of a hold, and what to do now. */
export function StepNote(props: { readonly state: StepState; readonly place: string; readonly steps: Steps }) {
  const { t } = useSpeech();
  const { state, place, steps } = props;
  const problem = state.kind === 'problem' ? state.problem : null;
  const again = () => state.kind === 'problem' && steps.again(state.sent);
  useResume(problem, again);
  switch (state.kind) {
    case 'asking':
      return <p role="status">{t('holds.asking')}</p>;
    case 'done':
      return isShownHere(state.verb) ? <Banner tone="good">{t(`holds.done.${state.verb}`, { place })}</Banner> : null;
    case 'problem':
      return <ProblemNote problem={state.problem} again={again} />;
    case 'refused':
      return (
        <Banner tone="warning" urgent>
          <Refused answer={state.answer} />
        </Banner>
      );
  }
}

function Refused({ answer }: { readonly answer: Extract<StepState, { kind: 'refused' }>['answer'] }) {
  const { t } = useSpeech();
  switch (answer.__typename) {
    case 'HoldNotActive':
      return <p>{t(answer.hold.state === 'CONFIRMED' ? 'holds.notActive.CONFIRMED' : 'holds.notActive.HELD')}</p>;
    case 'VersionConflict':
      return <p>{t('holds.changed')}</p>;
    case 'InvalidInput':
      return (
        <ul>
          {answer.fields.map(({ path, message }) => (
            <li key={path}>{message}</li>
          ))}
        </ul>
      );
    case 'NotFound':
      return <p>{t('holds.gone')}</p>;
    case 'IdempotencyConflict':
      return <p>{t('holds.tryAgain')}</p>;
  }
}
