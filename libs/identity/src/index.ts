/** Opens the schema `identity`. */
export { openIdentityDatabase } from './persistence/identity-database.js';
/** Accounts and signing in, on their database. */
export { identityOn, type Identity, type IdentityOptions } from './identity.js';
export type { Accounts } from './accounts/ports.js';
export type { Passwords } from './accounts/passwords.js';
/** What sign-in pages and tokens need of accounts. */
export { linkPath } from './sign-in/ports.js';
export type { Attempt, CodeAttempt, LinkAnswer, LinkPurpose, LinkUse, SignedIn, SignIn, SignInAnswer, Visitor } from './sign-in/ports.js';
/** Makes the link of the first coordinator, while there is none. */
export { firstCoordinatorToken } from './accounts/first-coordinator.js';
/** The ready accounts of the demo directory. */
export { removeDemoAccounts, renewDemoAccounts, type DemoSignIn } from './accounts/demo-accounts.js';
/** Accounts for the `haven` command line. */
export { accountCommand, linkOf, type AccountCommandOptions } from './control/account-command.js';
