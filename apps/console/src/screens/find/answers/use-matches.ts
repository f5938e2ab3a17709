import { useEffect, useMemo, useRef, useState } from 'react';
import { useClient } from 'urql';
import { oneInFlight, type OneInFlight } from '../../../app/graph/one-in-flight';
import { problemOf, type Problem } from '../../../app/graph/problem';
import { useOnline } from '../../../app/offline/online';
import { useSession } from '../../../app/session/session-context';
import { useStore } from '../../../app/store';
import { useSpeech } from '../../../i18n/messages';
import { matchInput, type FindDraft } from '../question/question';
import { findMatches, type Report } from '../queries';

/** The state of the query. */
export interface Matches {
  /** The matches; while the next query is running, those of the previous one, but never longer than that. */
  readonly report: Report | null;
  readonly isAsking: boolean;
  readonly problem: Problem | null;
  readonly again: () => void;
}

interface Question {
  readonly key: string;
  readonly locale: string;
  readonly input: NonNullable<ReturnType<typeof matchInput>>;
}
type Outcome = { readonly key: string } & ({ readonly report: Report } | { readonly problem: Problem });

/** Sends the query whenever the draft is complete and has changed, one query at a time, and again when the network or the user is back. */
export function useMatches(draft: FindDraft): Matches {
  const question = useQuestion(draft);
  const isAble = useIsAble();
  const [answer, setAnswer] = useState<{ readonly key: string; readonly report: Report } | null>(null);
  const [failed, setFailed] = useState<{ readonly key: string; readonly problem: Problem } | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const ask = useAsking((outcome, isLast) => {
    if ('report' in outcome) setAnswer(outcome);
    setFailed('problem' in outcome ? outcome : null);
    if (isLast) setIsAsking(false);
  });
  const again = () => {
    if (!question) return;
    setIsAsking(true);
    ask(question);
  };
  useEffect(() => {
    if (!question) setAnswer(null);
    else if (isAble) again();
  }, [question, isAble]);
  const problem = failed && failed.key === question?.key ? failed.problem : null;
  useRetry(problem, again);
  const isOwn = answer !== null && answer.key === question?.key;
  return {
    report: question && answer && (isOwn || isAsking) ? answer.report : null,
    isAsking: question !== null && isAsking,
    problem: isAble ? problem : { kind: navigator.onLine ? 'expired' : 'offline' },
    again,
  };
}

/** An equal query stays the same object, so that typing without an effect sends nothing. */
function useQuestion(draft: FindDraft): Question | null {
  const { language } = useSpeech();
  const input = matchInput(draft);
  const key = input && JSON.stringify([language, input]);
  return useMemo(() => (input && key ? { key, locale: language, input } : null), [key]);
}

/** Whether there is a network and a signed-in user. */
function useIsAble(): boolean {
  const session = useStore(useSession().state);
  return useOnline() && session.kind === 'signed-in';
}

function useAsking(take: (outcome: Outcome, isLast: boolean) => void): (question: Question) => void {
  const client = useClient();
  const asking = useRef<OneInFlight<Question> | null>(null);
  const taking = useRef(take);
  taking.current = take;
  useEffect(() => {
    const send = async ({ key, input, locale }: Question): Promise<Outcome> => {
      const { data, error } = await client.query(findMatches, { input: input as never, locale }).toPromise();
      return data ? { key, report: data.match } : { key, problem: problemOf(error!) };
    };
    const one = oneInFlight(send, (outcome, isLast) => taking.current(outcome, isLast));
    asking.current = one;
    return () => one.stop();
  }, [client]);
  return (question) => asking.current?.ask(question);
}

const retrySeconds = 5;

/** Retries after errors that are temporary. */
function useRetry(problem: Problem | null, again: () => void): void {
  const isPassing = problem !== null && ['offline', 'busy', 'unavailable'].includes(problem.kind);
  useEffect(() => {
    if (!isPassing) return;
    const seconds = problem.kind === 'busy' ? problem.seconds : retrySeconds;
    const timer = setTimeout(again, seconds * 1_000);
    return () => clearTimeout(timer);
  }, [problem, isPassing]);
}
