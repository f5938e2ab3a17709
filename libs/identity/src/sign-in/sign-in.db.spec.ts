import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { disableAccount, enableAccount, resetAccount } from '../accounts/change-account.js';
import { renewDemoAccounts } from '../accounts/demo-accounts.js';
import { goodPassword, openTestIdentity, type TestIdentity } from '../identity.fixture.js';
import type { Attempt, SignIn, SignInAnswer } from './ports.js';

let identity: TestIdentity;
let addresses = 0;
const actor = 'test';
/** A network that nobody has used before. */
const elsewhere = () => `10.9.${Math.floor((addresses += 1) / 250)}.${addresses % 250}`;
const attempt = (name: string, rest: Partial<Attempt> = {}, signIn: SignIn = identity.signIn): Promise<SignInAnswer> =>
  signIn.attempt({ name, password: goodPassword, address: elsewhere(), isLocal: false, ...rest });
const kindOf = async (answer: Promise<SignInAnswer>) => (await answer).kind;
type Counted = 'name' | 'place' | 'address';
const setFailures = (counted: Counted, failures: number) =>
  identity.database.dataSource.query('UPDATE identity.attempt SET failures = $2 WHERE starts_with(bucket, $1)', [`${counted} `, failures]);
const failuresOf = async (counted: Counted): Promise<number> => {
  const sql = 'SELECT sum(failures) AS failures FROM identity.attempt WHERE starts_with(bucket, $1)';
  const [row] = await identity.database.dataSource.query<[{ failures: number }]>(sql, [`${counted} `]);
  return row.failures;
};
/** So many wrong attempts that the next has to wait a quarter of an hour. */
const tooOften = async (counted: Counted, { name, address = elsewhere() }: { name: string; address?: string }) => {
  await attempt(name, { password: 'wrong', address });
  await setFailures(counted, 30);
  await identity.waitOver();
  await attempt(name, { password: 'wrong', address });
};
const codeOf = (secret: string, now: Date) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now.getTime() });

beforeAll(async () => {
  identity = await openTestIdentity();
});
beforeEach(() => identity.database.dataSource.query('TRUNCATE identity.attempt, identity.known_place'));
afterAll(() => identity.close());

describe('a sign-in', () => {
  it('accepts the right password, however the name is written, and says who signed in', async () => {
    await identity.account('ana', 'PROVIDER', 'org-1');
    const answer = await attempt(' ANA ');
    expect(answer).toMatchObject({ kind: 'SIGNED_IN', account: { role: 'PROVIDER', organizationId: 'org-1', name: 'ana', generation: 1 } });
  });

  it('does the same work and gives the same answer, whatever is wrong', async () => {
    await identity.account('bob');
    await identity.account('closed');
    await disableAccount(identity.accounts, actor, { name: 'closed' });
    await identity.account('reset');
    await resetAccount(identity.accounts, actor, { name: 'reset' });
    await renewDemoAccounts(identity.accounts, identity.passwords, null);
    const cases: [string, string][] = [
      ['bob', 'another orbit mango'],
      ['nobody', goodPassword],
      ['closed', goodPassword],
      ['reset', goodPassword],
      ['demo-hotline', goodPassword],
      ['no such form @', goodPassword],
      ['bob', 'x'.repeat(5_000)],
      ['', ''],
    ];
    for (const [name, password] of cases) {
      const before = identity.work.hashes;
      expect(await attempt(name, { password })).toEqual({ kind: 'REFUSED' });
      expect(identity.work.hashes - before).toBe(1);
    }
  });

  it('ends for the sessions of an account that is disabled or reset', async () => {
    await identity.account('cyd');
    const before = await attempt('cyd');
    if (before.kind !== 'SIGNED_IN') throw new Error(before.kind);
    const { accountId, generation } = before.account;
    expect(await identity.signIn.account(accountId)).toMatchObject({ generation });
    await disableAccount(identity.accounts, actor, { name: 'cyd' });
    expect(await identity.signIn.account(accountId)).toBeNull();
    await enableAccount(identity.accounts, actor, { name: 'cyd' });
    expect((await identity.signIn.account(accountId))!.generation).toBeGreaterThan(generation);
    expect(await identity.signIn.account('no-such-id')).toBeNull();
  });

  it('accepts demo accounts on this machine only, with the passwords of this start', async () => {
    const [first] = (await renewDemoAccounts(identity.accounts, identity.passwords, 'org-1'))!;
    const signIns = (await renewDemoAccounts(identity.accounts, identity.passwords, 'org-1'))!;
    expect(signIns.map(({ role }) => role).sort()).toEqual(['AUDITOR', 'CASEWORKER', 'COORDINATOR', 'HOTLINE', 'PROVIDER']);
    for (const { name, password, role } of signIns) {
      expect(await attempt(name, { password, isLocal: true })).toMatchObject({ kind: 'SIGNED_IN', account: { role } });
      expect(await attempt(name, { password })).toEqual({ kind: 'REFUSED' });
    }
    expect(await kindOf(attempt(first!.name, { password: first!.password, isLocal: true }))).toBe('REFUSED');
    const required = identity.again(true);
    const { name, password } = signIns[0]!;
    expect(await kindOf(attempt(name, { password, isLocal: true }, required.signIn))).toBe('SIGNED_IN');
  });
});

describe('wrong attempts', () => {
  it('delay known and unknown names alike, without any work, even after a restart', async () => {
    await identity.account('dora');
    for (const name of ['dora', 'nobody-dora']) {
      await tooOften('name', { name });
      const before = identity.work.hashes;
      const answer = await attempt(name.toUpperCase(), {}, identity.again().signIn);
      expect(answer).toEqual({ kind: 'WAIT', seconds: expect.any(Number) });
      const { seconds } = answer as { seconds: number };
      expect(seconds > 600 && seconds <= 900).toBe(true);
      expect(identity.work.hashes).toBe(before);
    }
  });

  it('accept the right password when the delay is over', async () => {
    await identity.account('eli');
    await tooOften('name', { name: 'eli' });
    expect(await kindOf(attempt('eli'))).toBe('WAIT');
    await identity.waitOver();
    expect(await kindOf(attempt('eli'))).toBe('SIGNED_IN');
  });

  it('of strangers do not lock anybody out at places where they signed in before', async () => {
    await identity.account('fay');
    const address = elsewhere();
    await attempt('fay', { address });
    await tooOften('name', { name: 'fay' });
    expect(await kindOf(attempt('fay'))).toBe('WAIT');
    expect(await kindOf(attempt('fay', { address }))).toBe('SIGNED_IN');
  });

  it('are counted at those places as well', async () => {
    await identity.account('gil');
    const address = elsewhere();
    await attempt('gil', { address });
    await tooOften('place', { name: 'gil', address });
    expect(await kindOf(attempt('gil', { address }))).toBe('WAIT');
    expect(await kindOf(attempt('gil'))).toBe('SIGNED_IN');
  });

  it('delay an address that tries many names, and no other address', async () => {
    const address = elsewhere();
    await tooOften('address', { name: 'one-name', address });
    expect(await kindOf(attempt('another-name', { address }))).toBe('WAIT');
    expect(await kindOf(attempt('another-name'))).toBe('REFUSED');
  });

  it('are not reset by a right one for the same name: nobody learns that somebody signed in', async () => {
    await identity.account('hal');
    for (let tries = 0; tries < 4; tries += 1) await attempt('hal', { password: 'wrong' });
    await attempt('hal');
    expect(await failuresOf('name')).toBeCloseTo(4, 0);
  });

  it('do not slip through if they arrive at the same time', async () => {
    await identity.account('ira');
    await attempt('ira', { password: 'wrong' });
    await setFailures('name', 14.5);
    const answers = await Promise.all(Array.from({ length: 30 }, () => kindOf(attempt('ira', { password: 'wrong' }))));
    expect(answers.filter((kind) => kind === 'REFUSED')).toHaveLength(1);
  });
});

describe('the second factor', () => {
  /** Enrols a second factor; answers its secret. */
  const enrol = async (name: string): Promise<string> => {
    await identity.account(name);
    const { signIn } = identity.again(true);
    const asked = await attempt(name, {}, signIn);
    if (asked.kind !== 'ENROL') throw new Error(asked.kind);
    expect(asked.uri).toContain(asked.secret);
    const { ticket, secret } = asked;
    const visitor = { ticket, address: elsewhere(), isLocal: false };
    expect(await signIn.answerCode({ ...visitor, code: 'abcdef' })).toEqual({ kind: 'CODE_WRONG' });
    expect(await signIn.answerCode({ ...visitor, code: codeOf(secret, identity.now) })).toMatchObject({ kind: 'SIGNED_IN' });
    return secret;
  };
  const ticketFor = async (name: string): Promise<string> => {
    const answer = await attempt(name);
    if (answer.kind !== 'CODE_NEEDED') throw new Error(answer.kind);
    return answer.ticket;
  };
  const answer = (ticket: string, code: string) =>
    identity.signIn.answerCode({ ticket, code, address: elsewhere(), isLocal: false }).then(({ kind }) => kind);
  const nextStep = () => (identity.now = new Date(identity.now.getTime() + 30_000));

  it('is added if the deployment requires it, and asked for from then on', async () => {
    const secret = await enrol('joe');
    nextStep();
    expect(await answer(await ticketFor('joe'), codeOf(secret, identity.now))).toBe('SIGNED_IN');
  });

  it('accepts a code once, from any session, and no earlier code after a later one', async () => {
    const secret = await enrol('kim');
    expect(await answer(await ticketFor('kim'), codeOf(secret, identity.now))).toBe('CODE_WRONG');
    nextStep();
    const tickets = [await ticketFor('kim'), await ticketFor('kim'), await ticketFor('kim')];
    const code = codeOf(secret, identity.now);
    const answers = await Promise.all(tickets.map((ticket) => answer(ticket, code)));
    expect(answers.sort()).toEqual(['CODE_WRONG', 'CODE_WRONG', 'SIGNED_IN']);
    const earlier = codeOf(secret, new Date(identity.now.getTime() - 30_000));
    expect(await answer(await ticketFor('kim'), earlier)).toBe('CODE_WRONG');
  });

  it('cannot be guessed: wrong codes cause delays like wrong passwords, and typing the password again does not help', async () => {
    await enrol('lou');
    for (let codes = 1; codes <= 3; codes += 1) {
      expect(await answer(await ticketFor('lou'), 'abcdef')).toBe('CODE_WRONG');
      expect(await failuresOf('name')).toBeCloseTo(codes + 1, 0);
    }
    const ticket = await ticketFor('lou');
    await setFailures('name', 30);
    expect(await answer(ticket, 'abcdef')).toBe('CODE_WRONG');
    expect(await answer(ticket, 'abcdef')).toBe('WAIT');
    expect(await kindOf(attempt('lou'))).toBe('WAIT');
  });

  it('is not replaced through a second ticket that was issued before it was added', async () => {
    await identity.account('mia');
    const { signIn } = identity.again(true);
    const [one, two] = [await attempt('mia', {}, signIn), await attempt('mia', {}, signIn)];
    if (one.kind !== 'ENROL' || two.kind !== 'ENROL') throw new Error(one.kind);
    expect(await answer(one.ticket, codeOf(one.secret, identity.now))).toBe('SIGNED_IN');
    nextStep();
    expect(await answer(two.ticket, codeOf(two.secret, identity.now))).toBe('CODE_WRONG');
  });

  it('is stored sealed, and opens only for its own account', async () => {
    const secret = await enrol('noa');
    await enrol('oda');
    const { dataSource } = identity.database;
    const [row] = await dataSource.query<{ second_factor: Buffer }[]>(`SELECT second_factor FROM identity.account WHERE name = 'noa'`);
    expect(row!.second_factor.includes(Buffer.from(secret))).toBe(false);
    await dataSource.query(`UPDATE identity.account SET second_factor = $1 WHERE name = 'oda'`, [row!.second_factor]);
    nextStep();
    const ticket = await ticketFor('oda');
    await expect(answer(ticket, codeOf(secret, identity.now))).rejects.toThrow(/second factor/);
  });

  it('is removed by a reset, and so are tickets', async () => {
    const secret = await enrol('pat');
    nextStep();
    const ticket = await ticketFor('pat');
    const reset = await resetAccount(identity.accounts, actor, { name: 'pat' });
    expect(await answer(ticket, codeOf(secret, identity.now))).toBe('REFUSED');
    if ('kind' in reset) throw new Error(reset.message);
    await identity.signIn.useLink({ token: reset.token, name: null, password: 'lantern canoe violet' });
    expect(await kindOf(attempt('pat'))).toBe('REFUSED');
    expect(await kindOf(attempt('pat', { password: 'lantern canoe violet' }))).toBe('SIGNED_IN');
  });
});
