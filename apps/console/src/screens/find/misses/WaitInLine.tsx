import { useRef, useState } from 'react';
import { useClient } from 'urql';
import { problemOf, type Problem } from '../../../app/graph/problem';
import { useResume } from '../../../app/graph/use-resume';
import type { Party } from '../../../app/party/carers';
import { membersInput } from '../../../app/party/members-input';
import { useSpeech } from '../../../i18n/messages';
import { Button } from '../../../ui/Button';
import { ProblemNote } from '../../../ui/ProblemNote';
import { waitForBed } from './queries';

type WaitState =
  | { readonly kind: 'none' | 'asking' }
  | { readonly kind: 'waiting'; readonly ahead: number; readonly code: string | null }
  | { readonly kind: 'refused'; readonly why: readonly string[] }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** Puts the party on the waiting list of a shelter, and shows the result. */
export function WaitInLine(props: {
  readonly service: { readonly id: string; readonly name: string };
  readonly party: Party;
  readonly onWait: () => void;
}) {
  const { t } = useSpeech();
  const { state, wait } = useWait(props);
  const place = props.service.name;
  return (
    <div className="wait" role="status">
      {(state.kind === 'none' || state.kind === 'asking') && (
        <Button isDisabled={state.kind === 'asking'} aria-label={t('find.wait.at', { place })} onPress={wait}>
          {t('find.wait')}
        </Button>
      )}
      {state.kind === 'waiting' && (
        <p>
          {t('find.wait.done', { count: state.ahead, screen: t('screen.holds') })}{' '}
          {state.code !== null && (
            <>
              {t('find.held.reference')} <bdi className="reference">{state.code}</bdi>
            </>
          )}
        </p>
      )}
      {state.kind === 'refused' && state.why.map((text) => <p key={text}>{text}</p>)}
      {state.kind === 'refused' && state.why.length === 0 && <p>{t('find.wait.refused', { place })}</p>}
      {state.kind === 'problem' && <ProblemNote problem={state.problem} again={wait} />}
    </div>
  );
}

function useWait({ service, party, onWait }: Parameters<typeof WaitInLine>[0]): { readonly state: WaitState; readonly wait: () => void } {
  const client = useClient();
  const { language: locale } = useSpeech();
  const [state, setState] = useState<WaitState>({ kind: 'none' });
  // A retry after a lost answer is the same call with the same key and the same party: it takes effect once.
  const sent = useRef<object | null>(null);
  const ask = async () => {
    sent.current ??= { idempotencyKey: crypto.randomUUID(), serviceId: service.id, party: membersInput(party) };
    setState({ kind: 'asking' });
    const { data, error } = await client.mutation(waitForBed, { input: sent.current as never, locale }).toPromise();
    if (!data) return setState({ kind: 'problem', problem: problemOf(error!) });
    const answer = data.joinWaitlist;
    if (answer.__typename === 'Waiting') setState({ kind: 'waiting', ahead: answer.ahead, code: answer.caseReference });
    else setState({ kind: 'refused', why: answer.__typename === 'NotAdmitted' ? answer.reasons.map(({ text }) => text) : [] });
  };
  useResume(state.kind === 'problem' ? state.problem : null, () => void ask());
  return {
    state,
    wait: () => {
      onWait();
      void ask();
    },
  };
}
