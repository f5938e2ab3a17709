import { Browser, formOf } from '../../src/harness/browser.js';
import { ownAccount } from '../../src/harness/accounts.js';
import { authorizationRequest, discover, passPages } from '../../src/harness/sign-in.js';
import type { System } from '../../src/harness/system.js';
import type { Role } from '../../src/harness/tokens.js';
import type { Account } from './accounts.js';
import { accountsAt } from './global-setup.js';

/** Signed-in coordinators, by the address of their system. */
const coordinators = new Map<string, Promise<Browser>>();

/** Adds an account on the accounts page and sets its password through the link: much faster than the `haven` command. */
export async function addAccount({ url }: System, name: string, role: Role, organization: string): Promise<Account> {
  const browser = await (coordinators.get(url) ?? signInAt(url));
  const page = await browser.send(`${url}/oidc/accounts`);
  const { fields, action } = formOf(page);
  const added = await browser.send(action, { form: { proof: fields['proof']!, do: 'add', name, role, organization } });
  const link = /<code[^>]*>(https?:[^<]+)<\/code>/.exec(added.body)?.[1];
  if (!link) throw new Error(`No link for ${name} on the accounts page (${added.status}):\n${added.body}`);
  return ownAccount(link, name);
}

function signInAt(url: string): Promise<Browser> {
  const signedIn = signIn(url);
  coordinators.set(url, signedIn);
  return signedIn;
}

async function signIn(url: string): Promise<Browser> {
  const browser = new Browser();
  await passPages(browser, authorizationRequest(await discover(url)), accountsAt(url).COORDINATOR);
  return browser;
}
