import { useEffect, useRef } from 'react';
import { useQuery, type AnyVariables, type DocumentInput } from 'urql';
import { useOnline } from '../offline/online';
import { useSession } from '../session/session-context';
import { useStore } from '../store';
import { problemOf, type Problem } from './problem';

/** How a question stands. `again` asks it once more. */
export type Answer<Data> = { readonly again: () => void } & (
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly data: Data; readonly isLoading: boolean }
  | { readonly kind: 'problem'; readonly problem: Problem }
);

/** Asks the graph, and asks again by itself when the network or the person has come back. */
export function useAnswer<Data, Variables extends AnyVariables>(
  query: DocumentInput<Data, Variables>,
  variables: Variables,
  { pause = false }: { readonly pause?: boolean } = {},
): Answer<Data> {
  const session = useStore(useSession().state);
  const online = useOnline();
  const [{ data, error, fetching }, execute] = useQuery({ query, variables, pause: pause || session.kind !== 'signed-in' });
  const again = () => execute({ requestPolicy: 'network-only' });
  const problem = error ? problemOf(error) : null;
  const failed = useRef(false);
  failed.current = problem?.kind === 'expired' || problem?.kind === 'offline';
  useEffect(() => {
    if (failed.current && online && session.kind === 'signed-in') execute({ requestPolicy: 'network-only' });
  }, [online, session.kind, execute]);
  if (problem) return { kind: 'problem', problem, again };
  if (data === undefined) return { kind: 'loading', again };
  return { kind: 'ready', data, isLoading: fetching, again };
}
