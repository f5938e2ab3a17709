import { closeAll, deleteDatabase } from '../exit/forget-everything';
import { forgetUnsent } from '../exit/unsent';
import type { Session } from '../session/session';
import { databaseOf, isSomethingKept } from './kept-names';

/** A sign-out deletes the user's data on this device; unsent counts of other accounts stay for them. */
export function forgetAtSignOut({ state }: Pick<Session, 'state'>): void {
  let subject: string | null = null;
  state.follow(() => {
    const now = state.get();
    if ('subject' in now) subject = now.subject;
    if (now.kind !== 'signed-out' || subject === null) return;
    closeAll();
    forgetUnsent(subject);
    void deleteDatabase(databaseOf(subject)).catch(() => undefined);
    subject = null;
  });
}

/** Reports the kept changes that were never sent, also before anybody has signed in: leaving would lose them. */
export async function reportKeptUnsent(): Promise<void> {
  if (!(await isSomethingKept())) return;
  const { reportKept } = await import('../../screens/beds/kept/at-start');
  await reportKept();
}
