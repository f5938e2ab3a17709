import { reportUnsent } from '../../../app/exit/unsent';
import { keptAccounts } from './database';

/** Says what this device keeps and nobody has told yet, before anybody signs in: an exit would lose it. */
export async function reportKept(): Promise<void> {
  for (const { subject, unsent } of await keptAccounts()) reportUnsent(subject, unsent);
}
