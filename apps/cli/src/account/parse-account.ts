import type { AccountRequest } from '@haven/config';
import { Role } from '@haven/security';
import { CommandProblem } from '../command-problem.js';

/** The options beside the verb and the name. */
interface AccountValues {
  readonly role?: string | undefined;
  readonly organization?: string | undefined;
}

/** Reads the words after `account`. Throws {@link CommandProblem}. */
export function parseAccount(verb: string | undefined, name: string | undefined, values: AccountValues): AccountRequest {
  if (verb === 'list' && name === undefined) return { command: 'account', action: 'list' };
  if (verb !== 'add' && verb !== 'disable' && verb !== 'enable' && verb !== 'reset')
    throw new CommandProblem('Say what to do: npm run haven -- account list, or account add|disable|enable|reset NAME');
  if (name === undefined) throw new CommandProblem(`Say whose: npm run haven -- account ${verb} NAME`);
  if (verb !== 'add') return { command: 'account', action: verb, name };
  const role = Object.values(Role).find((known) => known === values.role?.toUpperCase());
  if (!role) throw new CommandProblem('Say what the person does: --role caseworker|hotline|provider|coordinator|auditor');
  return { command: 'account', action: 'add', name, role, organizationId: values.organization ?? null };
}
