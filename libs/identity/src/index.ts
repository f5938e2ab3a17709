/** Opens the schema `identity`. */
export { openIdentityDatabase } from './persistence/identity-database.js';
/** Accounts and signing in, on their database. */
export { identityOn, type Identity, type IdentityOptions } from './identity.js';
export type { Accounts } from './accounts/ports.js';
export type { Passwords } from './accounts/passwords.js';
/** What sign-in pages and tokens need of accounts. */
export { linkPath } from './sign-in/ports.js';
export type { Attempt, CodeAttempt, LinkAnswer, LinkPurpose, LinkUse, SignedIn, SignIn, SignInAnswer, Visitor } from './sign-in/ports.js';
/** Makes the link of the first coordinator while there is none. */
export { firstCoordinatorToken } from './accounts/first-coordinator.js';
/** The ready-made accounts of the demo directory. */
export { removeDemoAccounts, renewDemoAccounts, type DemoSignIn } from './accounts/demo-accounts.js';
/** Accounts for the `haven` command line. */
export { accountCommand, linkOf, type AccountCommandOptions } from './control/account-command.js';

// The OpenID provider
/** The provider's address, its page for accounts, and the name of the console client. */
export { accountsPath } from './provider/pages/account-pages.js';
export { consoleClientId, providerPath } from './provider/http/addresses.js';
/** Opens the provider of a process, with its pages. */
export { openSignIn, type Mounted, type SignInOptions, type SignInServer } from './provider/open-sign-in.js';
/** The provider's stored records, and which of them have expired. */
export { agedProviderRecords, providerRecords } from './persistence/provider-records.js';
/** Programs that sign in with their own keys. */
export { serviceAccountStore } from './persistence/service-accounts.js';
/** Service accounts for the `haven` command line. */
export { serviceAccountCommand } from './service-accounts/service-account-command.js';
