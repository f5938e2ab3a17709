interface ShownAccount {
  readonly name: string;
  readonly role: string;
  readonly organizationId: string | null;
  readonly hasPassword: boolean;
  readonly hasSecondFactor: boolean;
  readonly disabled: boolean;
  readonly demo: boolean;
}

/** The terminal output for an answer about accounts. */
export function showAccounts(answer: unknown): string {
  const { accounts, account, link } = answer as { accounts?: readonly ShownAccount[]; account?: ShownAccount; link?: string };
  if (accounts)
    return accounts.length === 0 ? 'There are no accounts yet. The next npm start prints a link for the first.\n' : table(accounts);
  const lines = [`${account!.name} (${account!.role.toLowerCase()}) ${stateOf(account!)}`];
  if (link !== undefined)
    lines.push('Give this link to the person through a channel that nobody else reads. It works once, within a day:', link);
  return `${lines.join('\n')}\n`;
}

function table(accounts: readonly ShownAccount[]): string {
  const width = Math.max(...accounts.map(({ name }) => name.length));
  const lines = accounts.map((account) => {
    const { name, role, organizationId } = account;
    return `${name.padEnd(width)}  ${role.toLowerCase().padEnd(11)}  ${stateOf(account)}${organizationId === null ? '' : `, organization ${organizationId}`}`;
  });
  return `${lines.join('\n')}\n`;
}

function stateOf({ disabled, demo, hasPassword, hasSecondFactor }: ShownAccount): string {
  if (disabled) return 'is disabled';
  if (demo) return 'is a demo account, on this machine only';
  if (!hasPassword) return 'has no password yet';
  return hasSecondFactor ? 'can sign in, with a second factor' : 'can sign in';
}
