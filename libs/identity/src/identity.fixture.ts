import { randomBytes } from 'node:crypto';
import type { Database } from '@haven/persistence';
import { createVaultCipher, type Role } from '@haven/security';
import { openTestDatabase } from '@haven/testing';
import { addAccount } from './accounts/add-account.js';
import { createPasswords, type Derive } from './accounts/passwords.js';
import { identityOn, type Identity } from './identity.js';
import { openIdentityDatabase } from './persistence/identity-database.js';

/** A valid password for every account of a test. */
export const goodPassword = 'kettle orbit mango';

/** Identity on its own database, with a clock that the test sets and hashing that it counts. */
export interface TestIdentity extends Identity {
  readonly database: Database;
  readonly work: { hashes: number };
  now: Date;
  /** The same database, as a process finds it after a restart; with or without a required second factor. */
  again(secondFactorRequired?: boolean): Identity;
  /** Adds an account and chooses its password. */
  account(name: string, role?: Role, organizationId?: string | null): Promise<void>;
  /** Resets the delays after wrong attempts. */
  waitOver(): Promise<void>;
  close(): Promise<void>;
}

/** Opens it. Hashing is fast here; another test checks that it is argon2id. */
export async function openTestIdentity(): Promise<TestIdentity> {
  const server = await openTestDatabase();
  const database = await openIdentityDatabase(server.connection);
  const cipher = createVaultCipher([randomBytes(32)]);
  const work = { hashes: 0 };
  const derive: Derive = (password, nonce) => {
    work.hashes += 1;
    return Promise.resolve(Buffer.concat([Buffer.from(password), nonce, Buffer.alloc(32)]).subarray(0, 32));
  };
  const again = (secondFactorRequired = false) =>
    identityOn(database, { cipher, clock: { now: () => test.now }, secondFactorRequired, passwords: createPasswords(derive) });
  const test: TestIdentity = {
    ...identityOn(database, { cipher, clock: { now: () => test.now }, secondFactorRequired: false, passwords: createPasswords(derive) }),
    database,
    work,
    now: new Date(),
    again,
    account: async (name, role = 'CASEWORKER', organizationId = null) => {
      const added = await addAccount(test.accounts, 'test', { name, role, organizationId });
      if ('kind' in added) throw new Error(added.message);
      await test.signIn.useLink({ token: added.token, name: null, password: goodPassword });
    },
    waitOver: async () => {
      await database.dataSource.query('UPDATE identity.attempt SET next_at = clock_timestamp()');
    },
    close: async () => {
      await database.close();
      await server.close();
    },
  };
  return test;
}
