import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { goodPassword, openTestIdentity, type TestIdentity } from '../identity.fixture.js';
import { addAccount } from './add-account.js';
import { disableAccount, enableAccount, resetAccount } from './change-account.js';
import { removeDemoAccounts, renewDemoAccounts } from './demo-accounts.js';
import { firstCoordinatorToken } from './first-coordinator.js';

let identity: TestIdentity;
const actor = 'test';
const use = (token: string, name: string | null = null, password = goodPassword) => identity.signIn.useLink({ token, name, password });
const add = async (name: string) => {
  const added = await addAccount(identity.accounts, actor, { name, role: 'HOTLINE', organizationId: null });
  if ('kind' in added) throw new Error(added.message);
  return added;
};
const query = (sql: string) => identity.database.dataSource.query<Record<string, unknown>[]>(sql);

beforeAll(async () => {
  identity = await openTestIdentity();
});
afterAll(() => identity.close());

describe('the link of the first coordinator', () => {
  it('is made again at each start until there is a coordinator', async () => {
    const first = (await firstCoordinatorToken(identity.accounts))!;
    const token = (await firstCoordinatorToken(identity.accounts))!;
    expect(await identity.signIn.readLink(first)).toBeNull();
    expect(await identity.signIn.readLink(token)).toEqual({ name: null });
    expect(await use(token, 'no name')).toMatchObject({ kind: 'INVALID_NAME' });
    expect(await use(token, 'chief', 'short')).toMatchObject({ kind: 'INVALID_PASSWORD' });
    await add('taken');
    expect(await use(token, 'Taken')).toMatchObject({ kind: 'INVALID_NAME' });
    const hashes = identity.work.hashes;
    expect(await use('no such token', 'chief')).toMatchObject({ kind: 'LINK_SPENT' });
    expect(identity.work.hashes).toBe(hashes);

    const names = ['chief', 'other', 'third'];
    const answers = await Promise.all(names.map((name) => use(token, name)));
    expect(answers.filter(({ kind }) => kind === 'DONE')).toHaveLength(1);
    expect(answers.filter(({ kind }) => kind === 'LINK_SPENT')).toHaveLength(2);
    const made = (await identity.accounts.list()).filter(({ role }) => role === 'COORDINATOR');
    expect(made).toEqual([expect.objectContaining({ name: names[answers.findIndex(({ kind }) => kind === 'DONE')] })]);
    expect(await firstCoordinatorToken(identity.accounts)).toBeNull();
  });

  it('expires once somebody became coordinator in another way', async () => {
    await query(`UPDATE identity.account SET disabled = true WHERE role = 'COORDINATOR'`);
    const token = (await firstCoordinatorToken(identity.accounts))!;
    await identity.account('second-chief', 'COORDINATOR');
    expect(await use(token, 'late-chief')).toMatchObject({ kind: 'LINK_SPENT' });
  });
});

describe('a one-time link', () => {
  it('works once, for its own account, and is never stored in plain text', async () => {
    const { token, account } = await add('ben');
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify(await query('SELECT * FROM identity.link'))).not.toContain(token);
    expect(await identity.signIn.readLink(token)).toEqual({ name: 'ben' });
    expect(await use(token, 'somebody-else')).toEqual({ kind: 'DONE' });
    expect(await use(token, null, 'lantern canoe violet')).toMatchObject({ kind: 'LINK_SPENT' });
    const answer = await identity.signIn.attempt({ name: 'ben', password: goodPassword, address: '10.1.1.1', isLocal: false });
    expect(answer).toMatchObject({ kind: 'SIGNED_IN', account: { accountId: account.id } });
  });

  it('works for only one of two who use it at once', async () => {
    const { token } = await add('cleo');
    const passwords = ['kettle orbit mango', 'lantern canoe violet'];
    const answers = await Promise.all(passwords.map((password) => use(token, null, password)));
    expect(answers.map(({ kind }) => kind).sort()).toEqual(['DONE', 'LINK_SPENT']);
    const winner = passwords[answers.findIndex(({ kind }) => kind === 'DONE')]!;
    const attempt = (password: string) => identity.signIn.attempt({ name: 'cleo', password, address: '10.1.1.2', isLocal: false });
    expect((await attempt(winner)).kind).toBe('SIGNED_IN');
    expect((await attempt(passwords.find((password) => password !== winner)!)).kind).toBe('REFUSED');
  });

  it('ends after a day, when a newer one is made, and while its account is disabled', async () => {
    const { token } = await add('dan');
    await disableAccount(identity.accounts, actor, { name: 'dan' });
    expect(await use(token)).toMatchObject({ kind: 'LINK_SPENT' });
    await enableAccount(identity.accounts, actor, { name: 'dan' });
    expect(await identity.signIn.readLink(token)).not.toBeNull();
    const reset = await resetAccount(identity.accounts, actor, { name: 'dan' });
    if ('kind' in reset) throw new Error(reset.message);
    expect(await use(token)).toMatchObject({ kind: 'LINK_SPENT' });
    await query(`UPDATE identity.link SET expires_at = expires_at - interval '24 hours'`);
    expect(await use(reset.token)).toMatchObject({ kind: 'LINK_SPENT' });
  });
});

describe('accounts', () => {
  it('have unique names, even if several callers add them at once', async () => {
    const command = { name: 'Eva', role: 'HOTLINE', organizationId: null } as const;
    const answers = await Promise.all(Array.from({ length: 5 }, () => addAccount(identity.accounts, actor, command)));
    expect(answers.filter((answer) => !('kind' in answer))).toHaveLength(1);
  });

  it('of a provider always have an organization', async () => {
    const command = { name: 'fred', role: 'PROVIDER', organizationId: null } as const;
    expect(await addAccount(identity.accounts, actor, command)).toMatchObject({ kind: 'NO_ORGANIZATION' });
    await expect(query(`UPDATE identity.account SET role = 'PROVIDER' WHERE name = 'eva'`)).rejects.toThrow(/account_of_provider/);
  });

  it('record who changed them, without secrets, in a history that nobody can rewrite', async () => {
    await identity.account('gus');
    await disableAccount(identity.accounts, 'chief', { name: 'gus' });
    await disableAccount(identity.accounts, 'chief', { name: 'gus' });
    await resetAccount(identity.accounts, 'chief', { name: 'gus' });
    const changes = await query(`SELECT action, actor FROM identity.account_change WHERE name = 'gus' ORDER BY at`);
    expect(changes.map(({ action }) => action)).toEqual(['ADDED', 'PASSWORD_CHOSEN', 'DISABLED', 'RESET']);
    expect(changes.map(({ actor: who }) => who)).toEqual(['test', expect.stringMatching(/^[0-9a-f-]{36}$/), 'chief', 'chief']);
    const all = JSON.stringify(await query('SELECT * FROM identity.account_change'));
    expect(all).not.toMatch(/argon2|kettle/);
    for (const sql of ['DELETE FROM identity.account_change', `UPDATE identity.account_change SET actor = 'nobody'`])
      await expect(identity.database.transaction((tx) => tx.query(sql))).rejects.toThrow(/permission denied/);
  });

  it('of the demo keep their ids over restarts, cannot be changed by hand, and are gone for good after a real import', async () => {
    const demos = async () => (await identity.accounts.list()).filter(({ demo }) => demo);
    await renewDemoAccounts(identity.accounts, identity.passwords, 'org-1');
    const before = await demos();
    await renewDemoAccounts(identity.accounts, identity.passwords, 'org-2');
    expect((await demos()).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect((await demos()).find(({ role }) => role === 'PROVIDER')!.organizationId).toBe('org-2');
    expect(await resetAccount(identity.accounts, actor, { name: 'demo-hotline' })).toMatchObject({ kind: 'DEMO_ACCOUNT' });
    await removeDemoAccounts(identity.accounts, { forGood: false });
    expect(await demos()).toEqual([]);
    expect(await renewDemoAccounts(identity.accounts, identity.passwords, null)).toHaveLength(4);
    await removeDemoAccounts(identity.accounts, { forGood: true });
    expect(await renewDemoAccounts(identity.accounts, identity.passwords, 'org-1')).toBeNull();
    expect(await demos()).toEqual([]);
  });
});
