import { createStore, type Store } from '../store';

/** The result of a sign-in, as the provider returned it. Kept in memory only. */
export interface Grant {
  readonly accessToken: string;
  /** The provider's id of the user. */
  readonly subject: string;
}

/** The state of the session. `expired` and `locked` keep the screen: the user signs in again in a separate window and continues. */
export type SessionState =
  | { readonly kind: 'returning' }
  | { readonly kind: 'signed-out'; readonly problem: SignInProblem | null }
  | { readonly kind: 'signed-in'; readonly subject: string }
  | { readonly kind: 'expired'; readonly subject: string; readonly problem: SignInProblem | null }
  | { readonly kind: 'locked'; readonly subject: string; readonly problem: SignInProblem | null };

/** Why signing in failed. */
export type SignInProblem = 'offline' | 'refused' | 'window-blocked';

/** Signs a user in, and renews the token. */
export interface Provider {
  /** Goes to the provider's page, which redirects back to `/signed-in`. */
  leave(): Promise<void>;
  /** Finishes what {@link leave} started. */
  return(): Promise<Grant>;
  /** Signs in in a separate window. */
  inWindow(): Promise<Grant>;
  /** Renews the token without asking the user; rejects if the provider requires the user. */
  renew(): Promise<Grant>;
  /** Drops everything, and ends the session at the provider if it is reachable. */
  forget(): void;
  /** Calls when a token was renewed automatically, or could not be renewed. */
  follow(listener: { renewed(grant: Grant): void; ended(): void }): void;
}

/** Thrown by a {@link Provider}, with the problem to show to the user. */
export class SignInFailed extends Error {
  constructor(readonly problem: SignInProblem) {
    super(problem);
  }
}

/** The signed-in user and the current token. */
export interface Session {
  readonly state: Store<SessionState>;
  /** The token; null: nobody is signed in. */
  token(): string | null;
  signIn(): Promise<void>;
  finishSignIn(): Promise<void>;
  signInAgain(): Promise<void>;
  /** The server did not take the token. */
  refused(): Promise<void>;
  lock(): void;
  signOut(): void;
}

/** Creates a session for a provider. */
export function createSession(provider: Provider, first: SessionState = { kind: 'signed-out', problem: null }): Session {
  const state = createStore<SessionState>(first);
  let grant: Grant | null = null;
  const take = (given: Grant) => {
    grant = given;
    const now = state.get();
    if (now.kind !== 'signed-in' || now.subject !== given.subject) state.set({ kind: 'signed-in', subject: given.subject });
  };
  const end = () => {
    const subject = subjectOf(state.get());
    grant = null;
    if (subject !== null && state.get().kind !== 'locked') state.set({ kind: 'expired', subject, problem: null });
  };
  const failed = (error: unknown) => {
    const problem = error instanceof SignInFailed ? error.problem : 'refused';
    const now = state.get();
    state.set(now.kind === 'expired' || now.kind === 'locked' ? { ...now, problem } : { kind: 'signed-out', problem });
  };
  let renewing: Promise<void> | null = null;
  provider.follow({ renewed: (given) => (state.get().kind === 'signed-in' ? take(given) : undefined), ended: end });
  return {
    state,
    token: () => (state.get().kind === 'signed-in' ? (grant?.accessToken ?? null) : null),
    signIn: () => provider.leave().catch(failed),
    finishSignIn: () => provider.return().then(take, failed),
    signInAgain: () => provider.inWindow().then(take, failed),
    refused: () => {
      if (state.get().kind !== 'signed-in') return Promise.resolve();
      renewing ??= provider
        .renew()
        .then(
          (given) => (state.get().kind === 'signed-in' ? take(given) : undefined),
          (error: unknown) => keepOffline(error, end),
        )
        .finally(() => (renewing = null));
      return renewing;
    },
    lock: () => {
      const subject = subjectOf(state.get());
      if (subject === null) return;
      grant = null;
      provider.forget();
      state.set({ kind: 'locked', subject, problem: null });
    },
    signOut: () => {
      grant = null;
      provider.forget();
      state.set({ kind: 'signed-out', problem: null });
    },
  };
}

/** Without network the session has not ended: the provider could not be asked. */
function keepOffline(error: unknown, end: () => void): void {
  if (!(error instanceof SignInFailed) || error.problem !== 'offline') end();
}

const subjectOf = (state: SessionState): string | null => ('subject' in state ? state.subject : null);
