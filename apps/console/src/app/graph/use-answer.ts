import { useMemo, useRef } from 'react';
import { useQuery, type AnyVariables, type DocumentInput } from 'urql';
import { useSession } from '../session/session-context';
import { useStore } from '../store';
import { answerOf, type Answer } from './answer';
import { isWaiting, problemOf, type Problem } from './problem';
import { useResume } from './use-resume';

/** Sends a query, and repeats it when the network or the user is back. */
export function useAnswer<Data, Variables extends AnyVariables>(
  query: DocumentInput<Data, Variables>,
  variables: Variables,
  { pause = false }: { readonly pause?: boolean } = {},
): Answer<Data> {
  const session = useStore(useSession().state);
  const [known, execute] = useQuery({ query, variables, pause: pause || session.kind !== 'signed-in' });
  const again = () => execute({ requestPolicy: 'network-only' });
  const problem = useMemo(() => (known.error ? problemOf(known.error) : null), [known.error]);
  useResume(problem, again);
  const answer = answerOf(known, again);
  const waiting = useRef<Problem | null>(null);
  if (answer.kind !== 'loading') waiting.current = isWaiting(problem) ? problem : null;
  // While a query that waits is tried again, its note stays: it must not come and go.
  return answer.kind === 'loading' && waiting.current ? { kind: 'problem', problem: waiting.current, again } : answer;
}
