import { useEffect, useRef } from 'react';
import { useQuery, type AnyVariables, type DocumentInput } from 'urql';
import { useOnline } from '../offline/online';
import { useSession } from '../session/session-context';
import { useStore } from '../store';
import { answerOf, type Answer } from './answer';

/** Sends a query, and repeats it when the network or the user is back. */
export function useAnswer<Data, Variables extends AnyVariables>(
  query: DocumentInput<Data, Variables>,
  variables: Variables,
  { pause = false }: { readonly pause?: boolean } = {},
): Answer<Data> {
  const session = useStore(useSession().state);
  const online = useOnline();
  const [known, execute] = useQuery({ query, variables, pause: pause || session.kind !== 'signed-in' });
  const again = () => execute({ requestPolicy: 'network-only' });
  const answer = answerOf(known, again);
  const failed = useRef(false);
  failed.current = answer.kind === 'problem' && ['expired', 'offline'].includes(answer.problem.kind);
  useEffect(() => {
    if (failed.current && online && session.kind === 'signed-in') execute({ requestPolicy: 'network-only' });
  }, [online, session.kind, execute]);
  return answer;
}
