import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ServiceAccountRequest } from '@haven/config';
import { CommandProblem } from './command-problem.js';

/** What the command line says about a service account. Key: the path of its file. */
export interface ServiceAccountWords {
  readonly action: string | undefined;
  readonly id: string | undefined;
  readonly role?: string | undefined;
  readonly organization?: string | undefined;
  readonly key?: string | undefined;
  readonly keyId: string | undefined;
}

/** A service-account command. The command line itself reads the key file, as the user who typed the command. */
export type ServiceAccountCommand =
  | { readonly name: 'service-account'; readonly request: Exclude<ServiceAccountRequest, { key: string }> }
  | { readonly name: 'service-account'; readonly request: Extract<ServiceAccountRequest, { key: string }>; readonly keyFile: string };

const command = 'service-account';

/** Reads the words. Throws a {@link CommandProblem} that says what is missing. */
export function readServiceAccount(words: ServiceAccountWords, directory: string): ServiceAccountCommand {
  const { action, id: given, key, keyId } = words;
  if (action === 'list') return { name: command, request: { command, action } };
  const id = needed(given, 'which: npm run haven -- service-account list shows their names');
  if (action === 'disable') return { name: command, request: { command, action, id } };
  if (action === 'remove-key') return { name: command, request: { command, action, id, keyId: needed(keyId, 'which key: --key-id ID') } };
  const keyFile = resolve(directory, needed(key, 'where the public key is: --key FILE'));
  if (action === 'add-key') return { name: command, request: { command, action, id, key: '' }, keyFile };
  if (action !== 'add') throw new CommandProblem('The commands for service accounts are list, add, add-key, remove-key and disable.');
  const role = needed(words.role, 'what it may do: --role caseworker|hotline|provider|coordinator|auditor');
  return { name: command, request: { command, action, id, role, organizationId: words.organization ?? null, key: '' }, keyFile };
}

/** The request as it is sent, with the text of the key. */
export async function requestOf(asked: ServiceAccountCommand): Promise<ServiceAccountRequest> {
  if (!('keyFile' in asked)) return asked.request;
  const key = await readFile(asked.keyFile, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CommandProblem(`The key ${asked.keyFile} cannot be read (${error.code}).`);
  });
  return { ...asked.request, key };
}

function needed(value: string | undefined, what: string): string {
  if (value === undefined) throw new CommandProblem(`Say ${what}.`);
  return value;
}
