import type { ControlMessage, ControlRequest } from '@haven/config';
import { commandLine, type Account } from '../accounts/account.js';
import type { AccountProblem } from '../accounts/account-problem.js';
import { addAccount, type AccountWithLink } from '../accounts/add-account.js';
import { disableAccount, enableAccount, resetAccount } from '../accounts/change-account.js';
import type { Accounts } from '../accounts/ports.js';
import { linkPath } from '../sign-in/ports.js';

type Request = Extract<ControlRequest, { command: 'account' }>;
type Tell = (message: ControlMessage) => Promise<void>;

/** What the command needs from the process. */
export interface AccountCommandOptions {
  /** Address of the sign-in pages. */
  readonly address: string;
  /** Whether the directory has this organization. With a mistyped one, a provider would see nothing at all. */
  readonly hasOrganization: (id: string) => Promise<boolean>;
}

/** Changes accounts for the `haven` command line. Rejects with what to do. */
export const accountCommand =
  (accounts: Accounts, options: AccountCommandOptions) =>
  async (request: Request, tell: Tell): Promise<void> =>
    tell({ result: await resultOf(accounts, options, request) });

async function resultOf(accounts: Accounts, { address, hasOrganization }: AccountCommandOptions, request: Request): Promise<unknown> {
  const actor = commandLine;
  switch (request.action) {
    case 'list':
      return { accounts: (await accounts.list()).map(shown) };
    case 'add': {
      const { name, role, organizationId } = request;
      if (organizationId !== null && !(await hasOrganization(organizationId)))
        throw new Error(`The directory has no organization ${organizationId}. Import or register it first, or correct the id.`);
      return withLink(address, valueOf(await addAccount(accounts, actor, { name, role, organizationId })));
    }
    case 'reset':
      return withLink(address, valueOf(await resetAccount(accounts, actor, { name: request.name })));
    case 'disable':
      return { account: shown(valueOf(await disableAccount(accounts, actor, { name: request.name }))) };
    case 'enable':
      return { account: shown(valueOf(await enableAccount(accounts, actor, { name: request.name }))) };
  }
}

/** The account without secrets. */
const shown = ({ name, role, organizationId, passwordHash, secondFactor, disabled, demo, createdAt }: Account) => ({
  name,
  role,
  organizationId,
  hasPassword: passwordHash !== null,
  hasSecondFactor: secondFactor !== null,
  disabled,
  demo,
  createdAt: createdAt.toISOString(),
});

const withLink = (address: string, { account, token }: AccountWithLink) => ({ account: shown(account), link: linkOf(address, token) });

/** The address of a one-time link. */
export const linkOf = (address: string, token: string): string => `${address}${linkPath}${token}`;

function valueOf<T extends object>(answer: T | AccountProblem): T {
  if ('kind' in answer) throw new Error((answer as AccountProblem).message);
  return answer as T;
}
