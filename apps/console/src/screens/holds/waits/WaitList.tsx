import { useId, useState } from 'react';
import { clock } from '../../../app/clock/server-time';
import { useResume } from '../../../app/graph/use-resume';
import { useSpeech } from '../../../i18n/messages';
import { Banner } from '../../../ui/Banner';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { Phones } from '../../../ui/Phones';
import { ProblemNote } from '../../../ui/ProblemNote';
import type { Shelter } from '../queries';
import type { Shelters } from '../use-shelters';
import { timeText } from '../when';
import type { ShownWait } from './queries';
import type { LeaveState, Waits } from './use-waits';

/** Waitlist entries of all shelters; offers are among the holds. */
export function WaitList({ waits, shelters }: { readonly waits: Waits; readonly shelters: Shelters }) {
  const { t } = useSpeech();
  const waiting = waits.waits.filter(({ state }) => state === 'WAITING');
  // Without network, the list of holds already shows that.
  const problem = waits.problem && waits.problem.kind !== 'offline' && waits.problem.kind !== 'expired' ? waits.problem : null;
  if (waiting.length === 0 && !problem) return null;
  const title = t('holds.waiting', { count: waiting.length });
  return (
    <section className="holds-part" aria-label={title}>
      <h2>{title}</h2>
      {problem && <ProblemNote problem={problem} again={waits.again} />}
      <ul className="holds-list">
        {waiting.map((wait) => (
          <li key={wait.id}>
            <WaitCard wait={wait} shelter={shelters.get(wait.serviceId)} waits={waits} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function WaitCard(props: { readonly wait: ShownWait; readonly shelter: Shelter | null | undefined; readonly waits: Waits }) {
  const speech = useSpeech();
  const { t } = speech;
  const title = useId();
  const { wait, shelter, waits } = props;
  const [isAsking, setIsAsking] = useState(false);
  const name = shelter?.name ?? t(shelter === null ? 'holds.unknownPlace' : 'app.loading');
  const state = waits.leaving.get(wait.id);
  const time = (at: string) => timeText(speech, at, shelter?.locations[0]?.country, clock.now());
  const leave = () => {
    setIsAsking(false);
    waits.leave(wait);
  };
  return (
    <article className="hold" aria-labelledby={title}>
      <h3 id={title}>{name}</h3>
      <p className="hold-deadline">{wait.ahead === 0 ? t('holds.first') : t('holds.ahead', { count: wait.ahead })}</p>
      <p>{t('holds.waitsUntil', { since: time(wait.joinedAt), until: time(wait.waitsUntil) })}</p>
      {wait.caseReference !== null && (
        <dl className="hold-facts">
          <div>
            <dt>{t('holds.code')}</dt>
            <dd>
              <bdi dir="ltr" className="hold-code">
                {wait.caseReference}
              </bdi>
            </dd>
          </div>
        </dl>
      )}
      <div className="hold-phones">{shelter && <Phones phones={shelter.phones} of={shelter.name} />}</div>
      {state && <LeaveNote state={state} again={(key) => waits.leave(wait, key)} />}
      <div className="hold-steps">
        <Button
          isDisabled={state?.kind === 'asking'}
          onPress={() => setIsAsking(true)}
          aria-label={t('holds.stepAt', { step: t('holds.leave'), place: name })}
        >
          {t('holds.leave')}
        </Button>
      </div>
      <Dialog title={t('holds.question.leave', { place: name })} isOpen={isAsking} isAlert onClose={() => setIsAsking(false)}>
        <p>{t('holds.consequence.leave')}</p>
        <Button kind="danger" onPress={leave}>
          {t('holds.leave')}
        </Button>
      </Dialog>
    </article>
  );
}

function LeaveNote({ state, again }: { readonly state: LeaveState; readonly again: (key: string) => void }) {
  const { t } = useSpeech();
  const resume = () => state.kind === 'problem' && again(state.key);
  useResume(state.kind === 'problem' ? state.problem : null, resume);
  if (state.kind === 'asking') return <p role="status">{t('holds.asking')}</p>;
  if (state.kind === 'problem') return <ProblemNote problem={state.problem} again={resume} />;
  const { answer } = state;
  return (
    <Banner tone="warning" urgent>
      {answer.__typename === 'InvalidInput' && answer.fields.map(({ path, message }) => <p key={path}>{message}</p>)}
      {answer.__typename === 'VersionConflict' && <p>{t('holds.waitChanged')}</p>}
      {answer.__typename === 'NotFound' && <p>{t('holds.waitGone')}</p>}
      {answer.__typename === 'IdempotencyConflict' && <p>{t('holds.tryAgain')}</p>}
    </Banner>
  );
}
