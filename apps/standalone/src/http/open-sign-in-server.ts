import { embeddedTokens, type Settings } from '@haven/config';
import { agedProviderRecords, openSignIn, providerRecords, serviceAccountStore, type SignInServer } from '@haven/identity';
import { carryFailed, namesOf, startPruning, type ReverseStack } from '@haven/server';
import { hasOrganization, organizations } from '../accounts/organizations.js';
import type { Parts } from '../open-parts.js';

/** Opens the OpenID provider of this process, with its keys in that directory. Expired records are deleted while it runs. */
export function openSignInServer(settings: Settings, parts: Parts, keys: string, opened: ReverseStack): Promise<SignInServer> {
  const { identityDatabase, identity, log } = parts;
  const pruning = startPruning(identityDatabase, [agedProviderRecords], carryFailed(log));
  opened.push(() => pruning.stop());
  return openSignIn({
    publicUrl: settings.publicUrl,
    audience: embeddedTokens.audience,
    keys,
    signIn: identity.signIn,
    accounts: identity.accounts,
    organizations: { list: () => organizations(parts), has: (id) => hasOrganization(parts, id) },
    records: providerRecords(identityDatabase),
    serviceAccounts: serviceAccountStore(identityDatabase),
    onError: (error) => log.error(namesOf(error), 'Signing in failed'),
  });
}
