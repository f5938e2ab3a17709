import { useRef, useState } from 'react';
import { useClient } from 'urql';
import { useIdentity } from '../../../app/identity/known-identity';
import { problemOf, type Problem } from '../../../app/graph/problem';
import { useResume } from '../../../app/graph/use-resume';
import { membersInput } from '../../../app/party/members-input';
import type { Someone } from '../../../app/party/party';
import { useSpeech } from '../../../i18n/messages';
import { Banner } from '../../../ui/Banner';
import { Button } from '../../../ui/Button';
import type { Option } from '../../../ui/ComboBox';
import { Field } from '../../../ui/Field';
import { PartyField } from '../../../ui/PartyField';
import { ProblemNote } from '../../../ui/ProblemNote';
import { keptDraft } from '../draft';
import { joinWaitlist, type JoinAnswer } from './queries';
import { ShelterField } from './ShelterField';

interface JoinDraft {
  readonly shelter: Option | null;
  readonly party: readonly Someone[];
  /** The code of the case, as the user typed it; empty: a new case. */
  readonly code: string;
}

const useJoinDraft = keptDraft<JoinDraft>({ shelter: null, party: [], code: '' });

type JoinState =
  | { readonly kind: 'none' | 'asking' }
  | { readonly kind: 'answered'; readonly answer: JoinAnswer }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** Puts a party on the waiting list of a full shelter. */
export function Join(props: { readonly onJoined: () => void; readonly onDone: () => void }) {
  const client = useClient();
  const { t, language } = useSpeech();
  const identity = useIdentity();
  const [draft, change, clear] = useJoinDraft(identity?.subject ?? '');
  const [state, setState] = useState<JoinState>({ kind: 'none' });
  const key = useRef<string | null>(null);
  const { shelter, party, code } = draft;
  const edit = (changed: Partial<JoinDraft>) => {
    // The request has changed, so it needs a new key.
    key.current = null;
    change((before) => ({ ...before, ...changed }));
  };
  const join = async () => {
    if (!shelter || party.length === 0) return;
    key.current ??= crypto.randomUUID();
    setState({ kind: 'asking' });
    const caseReference = code.trim() === '' ? null : code.trim();
    const input = { idempotencyKey: key.current, serviceId: shelter.id, party: membersInput(party), caseReference };
    const { data, error } = await client.mutation(joinWaitlist, { input, locale: language }).toPromise();
    if (!data) return setState({ kind: 'problem', problem: problemOf(error!) });
    // The server remembers a refusal under its key, so the next try needs a new one.
    key.current = null;
    setState({ kind: 'answered', answer: data.joinWaitlist });
    if (data.joinWaitlist.__typename !== 'Waiting') return;
    clear();
    props.onJoined();
  };
  useResume(state.kind === 'problem' ? state.problem : null, () => void join());
  const isJoined = state.kind === 'answered' && state.answer.__typename === 'Waiting';
  return (
    <section className="holds-form" aria-label={t('holds.join')}>
      <h2>{t('holds.join')}</h2>
      {!isJoined && (
        <>
          <p>{t('holds.join.text')}</p>
          <ShelterField chosen={shelter} onChoose={(chosen) => edit({ shelter: chosen })} onUnchoose={() => edit({ shelter: null })} />
          <PartyField party={party} onChange={(next) => edit({ party: next })} onDone={() => void join()} />
          <Field label={t('holds.join.code')} help={t('holds.join.codeHelp')} value={code} onChange={(next) => edit({ code: next })} />
        </>
      )}
      {state.kind === 'problem' && <ProblemNote problem={state.problem} again={() => void join()} />}
      {state.kind === 'answered' && <Answer answer={state.answer} />}
      <div className="hold-steps">
        {!isJoined && (
          <Button kind="main" isDisabled={!shelter || party.length === 0 || state.kind === 'asking'} onPress={() => void join()}>
            {t('holds.join.now')}
          </Button>
        )}
        <Button onPress={props.onDone}>{t('ui.close')}</Button>
      </div>
    </section>
  );
}

function Answer({ answer }: { readonly answer: JoinAnswer }) {
  const { t } = useSpeech();
  if (answer.__typename === 'Waiting')
    return (
      <Banner tone="good">
        <p>{answer.state === 'OFFERED' ? t('holds.join.offered') : t('holds.join.done', { count: answer.ahead })}</p>
        {answer.caseReference !== null && (
          <p>
            {t('holds.code')}:{' '}
            <bdi dir="ltr" className="hold-code">
              {answer.caseReference}
            </bdi>
          </p>
        )}
      </Banner>
    );
  return (
    <Banner tone="warning" urgent>
      {answer.__typename === 'NotAdmitted' && answer.reasons.map(({ code, text }) => <p key={code}>{text}</p>)}
      {answer.__typename === 'InvalidInput' && answer.fields.map(({ path, message }) => <p key={path}>{message}</p>)}
      {answer.__typename === 'NotFound' && <p>{t('holds.join.notFound')}</p>}
      {answer.__typename === 'IdempotencyConflict' && <p>{t('holds.tryAgain')}</p>}
    </Banner>
  );
}
