import { removeDemoAccounts, type Accounts } from '@haven/identity';
import type { ImportCommand } from '../control/import-command.js';

/** The first import of real services removes the demo accounts, whose passwords are printed on a screen. */
export const endingDemo =
  (accounts: Accounts, runImport: ImportCommand): ImportCommand =>
  async (request, tell) => {
    // Before the import, because it may bring real services and then fail.
    if (!request.dryRun && !request.demo) await removeDemoAccounts(accounts, { forGood: true });
    await runImport(request, tell);
  };
