import { interactionPolicy } from 'oidc-provider';
import { providerPath } from './http/addresses.js';

/** Path of a sign-in's next step; its id follows. */
export const interactionPath = `${providerPath}/interaction/`;

/** When somebody has to sign in: as usual, and after the account of the session was disabled or reset. */
export function signInPolicy(): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base();
  policy.get('login')!.checks.add(
    new interactionPolicy.Check('account_ended', 'End-User authentication is required', 'login_required', (ctx) => {
      const { session, account } = ctx.oidc;
      return Boolean(session?.accountId) && !account;
    }),
  );
  return policy;
}
