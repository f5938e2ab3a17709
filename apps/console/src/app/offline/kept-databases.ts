import { closeAll, deleteDatabase } from '../exit/forget-everything';
import { forgetUnsent } from '../exit/unsent';
import type { Session } from '../session/session';
import { databaseOf, isSomethingKept } from './kept-names';

/** A user who signs out leaves nothing here; unsent counts of other accounts stay for them. */
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

/** What was kept here and never sent would be lost by an exit, also before anybody has signed in. */
export async function reportKeptUnsent(): Promise<void> {
  if (!(await isSomethingKept())) return;
  const { reportKept } = await import('../../screens/beds/kept/at-start');
  await reportKept();
}
