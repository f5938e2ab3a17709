import type { ReactNode } from 'react';
import { useSession } from '../app/session/session-context';
import { useStore } from '../app/store';

const problems = {
  offline: 'The sign-in page cannot be reached. Check the network and try again.',
  refused: 'Signing in did not work. Try again.',
  'window-blocked': 'The window for signing in was closed or blocked. Allow windows of this page, and try again.',
} as const;

/** The page for a user who is not signed in, or no longer. */
export function AskToSignIn({ leave }: { readonly leave: ReactNode }) {
  const session = useSession();
  const state = useStore(session.state);
  const problem = 'problem' in state ? state.problem : null;
  return (
    <main className="ask-to-sign-in">
      <h1>Haven: try a query</h1>
      <p>For people who connect their system to Haven. You see what your role may see, and nothing of it is kept in the browser.</p>
      {problem && <p role="alert">{problems[problem]}</p>}
      <button type="button" onClick={() => void session.signInAgain()}>
        Sign in
      </button>
      {leave}
    </main>
  );
}
