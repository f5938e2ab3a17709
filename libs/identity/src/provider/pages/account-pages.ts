import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Role } from '@haven/security';
import type { KoaContextWithOIDC, default as Provider } from 'oidc-provider';
import type { Account } from '../../accounts/account.js';
import { addAccount } from '../../accounts/add-account.js';
import { disableAccount, enableAccount, resetAccount } from '../../accounts/change-account.js';
import type { Accounts } from '../../accounts/ports.js';
import { linkOf } from '../../control/account-command.js';
import { accountsPage, coordinatorsOnlyPage, type AccountsNotice, type AccountsView } from '../../pages/accounts-page.js';
import { accountTexts } from '../../pages/account-texts.js';
import { failedPage } from '../../pages/pages.js';
import type { SignedIn, SignIn } from '../../sign-in/ports.js';
import { providerPath } from '../http/addresses.js';
import { generationName } from '../create-provider.js';
import { isOurs, isProof, proofOf } from '../http/form-proof.js';
import { sendPage, type Page } from '../http/page.js';
import { readForm } from '../http/read-form.js';

/** Where coordinators manage accounts, below the provider's path. */
export const accountsPath = '/accounts';

/** What the accounts page needs to know of the directory. */
export interface Organizations {
  /** Id and name, in order of the names; only the first ones if there are very many. */
  list(): Promise<readonly { readonly id: string; readonly name: string }[]>;
  has(id: string): Promise<boolean>;
}

/** What the page of accounts needs. */
export interface AccountPagesOptions {
  readonly publicUrl: string;
  readonly secrets: readonly [string, ...string[]];
  readonly signIn: Pick<SignIn, 'account'>;
  readonly accounts: Accounts;
  readonly organizations: Organizations;
}

type Form = ReadonlyMap<string, string>;
const roles: readonly string[] = Object.keys(accountTexts.en.roles);
const nothingTyped = { name: '', role: 'HOTLINE', organization: '' };

/** Serves the accounts page to a coordinator who is signed in in this browser. */
export function extendAccounts(provider: Provider, options: AccountPagesOptions): void {
  provider.use(async (ctx, next) => {
    if (ctx.path !== accountsPath) return next();
    const session = await provider.Session.get(ctx as never);
    const signedIn = session.accountId ? await options.signIn.account(session.accountId) : null;
    const counts = signedIn !== null && session.acr === generationName(signedIn) && signedIn.role === 'COORDINATOR';
    const page = counts ? await pageOf(options, ctx.req, session.uid, signedIn) : ({ status: 403, show: coordinatorsOnlyPage } as const);
    (ctx as KoaContextWithOIDC).respond = false;
    sendPage(ctx.req as IncomingMessage, ctx.res as ServerResponse, page, ctx.query['ui_locales']);
  });
}

async function pageOf(options: AccountPagesOptions, request: IncomingMessage, sessionUid: string, coordinator: SignedIn): Promise<Page> {
  const about = `accounts ${sessionUid}`;
  const show = (notice: AccountsNotice | null, typed = nothingTyped) => allAccounts(options, { notice, typed, about, coordinator });
  if (request.method !== 'POST') return show(null);
  const form = isOurs(request, options.publicUrl) ? await readForm(request) : null;
  if (!form || !isProof(options.secrets, about, form.get('proof'))) return { status: 403, show: failedPage };
  const notice = await change(options, form, coordinator);
  const isToBeCorrected = form.get('do') === 'add' && notice !== null && notice.kind !== 'link';
  return show(notice, isToBeCorrected ? typedIn(form) : nothingTyped);
}

const typedIn = (form: Form) => ({
  name: form.get('name') ?? '',
  role: form.get('role') ?? '',
  organization: form.get('organization') ?? '',
});

interface Shown {
  readonly notice: AccountsNotice | null;
  readonly typed: AccountsView['typed'];
  readonly about: string;
  readonly coordinator: SignedIn;
}

async function allAccounts(options: AccountPagesOptions, { notice, typed, about, coordinator }: Shown): Promise<Page> {
  const organizations = await options.organizations.list();
  const names = new Map(organizations.map(({ id, name }) => [id, name]));
  const accounts = (await options.accounts.list()).map((account) => shown(account, names, coordinator));
  const view = {
    action: `${providerPath}${accountsPath}`,
    proof: proofOf(options.secrets[0], about),
    accounts,
    organizations,
    notice,
    typed,
  };
  return { status: notice && notice.kind !== 'link' ? 400 : 200, show: (language) => accountsPage(language, view) };
}

const shown = (account: Account, names: ReadonlyMap<string, string>, coordinator: SignedIn) => ({
  name: account.name,
  role: account.role,
  organization: account.organizationId === null ? null : (names.get(account.organizationId) ?? account.organizationId),
  hasPassword: account.passwordHash !== null,
  hasSecondFactor: account.secondFactor !== null,
  disabled: account.disabled,
  demo: account.demo,
  isOwn: account.id === coordinator.accountId,
});

/** Does what a form asks; answers the message to show. */
async function change(options: AccountPagesOptions, form: Form, coordinator: SignedIn): Promise<AccountsNotice | null> {
  const { accounts } = options;
  const actor = coordinator.accountId;
  const named = { name: form.get('name') ?? '' };
  if (form.get('do') === 'add') return add(options, form, actor);
  switch (form.get('do') ?? '') {
    case 'disable':
      return noticeOf(await disableAccount(accounts, actor, named));
    case 'enable':
      return noticeOf(await enableAccount(accounts, actor, named));
    case 'reset':
      return withLink(options, await resetAccount(accounts, actor, named));
    default:
      return null;
  }
}

async function add(options: AccountPagesOptions, form: Form, actor: string): Promise<AccountsNotice> {
  const { name, role, organization } = typedIn(form);
  const organizationId = organization.trim() || null;
  if (!roles.includes(role)) return { kind: 'NO_ROLE' };
  if (organizationId !== null && !(await options.organizations.has(organizationId))) return { kind: 'UNKNOWN_ORGANIZATION' };
  return withLink(options, await addAccount(options.accounts, actor, { name, role: role as Role, organizationId }));
}

const noticeOf = (answer: Awaited<ReturnType<typeof enableAccount>>): AccountsNotice | null =>
  'kind' in answer ? { kind: answer.kind } : null;

const withLink = ({ publicUrl }: AccountPagesOptions, answer: Awaited<ReturnType<typeof resetAccount>>): AccountsNotice =>
  'kind' in answer ? { kind: answer.kind } : { kind: 'link', name: answer.account.name, link: linkOf(publicUrl, answer.token) };
