import { useRef, useState } from 'react';
import { problemOf, type FailedAnswer, type Problem } from '../../../app/graph/problem';
import { useResume } from '../../../app/graph/use-resume';

/** The result of a mutation, as far as a form needs it to tell success from failure. */
export interface Sent {
  readonly error: FailedAnswer | undefined;
  readonly answer: { readonly __typename: string; readonly message?: string } | undefined;
}

/** The state of a form that is being sent. */
export interface Sending {
  readonly isSending: boolean;
  readonly problem: Problem | null;
  send(work: (idempotencyKey: string) => Promise<Sent>): void;
  again(): void;
}

const failures = ['InvalidInput', 'NotFound', 'VersionConflict', 'IdempotencyConflict'];

/** Sends once at a time; a retry after a lost answer has the same key, so that it takes effect once. */
export function useSending(): Sending {
  const [isSending, setIsSending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const last = useRef<() => void>(() => undefined);
  const run = async (work: (idempotencyKey: string) => Promise<Sent>, key: string) => {
    setIsSending(true);
    const { error, answer } = await work(key).finally(() => setIsSending(false));
    if (!answer) return setProblem(problemOf(error!));
    const failed = failures.includes(answer.__typename);
    setProblem(failed ? { kind: 'input', fields: [{ path: '', message: answer.message ?? '' }] } : null);
    // An answer, also a refusal, settles its key: the next try gets a new key.
    last.current = () => void run(work, crypto.randomUUID());
  };
  useResume(problem, () => last.current());
  return {
    isSending,
    problem,
    send: (work) => {
      if (isSending) return;
      const key = crypto.randomUUID();
      last.current = () => void run(work, key);
      void run(work, key);
    },
    again: () => last.current(),
  };
}
