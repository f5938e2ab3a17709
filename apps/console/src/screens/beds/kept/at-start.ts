import { reportUnsent } from '../../../app/exit/unsent';
import { keptAccounts } from './database';

/** Reports unsent changes on this device before anybody signs in: leaving would lose them. */
export async function reportKept(): Promise<void> {
  for (const { subject, unsent } of await keptAccounts()) reportUnsent(subject, unsent);
}
