import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { prune, type Database } from '@haven/persistence';
import { openTestDatabase, type TestDatabase } from '@haven/testing';
import type { ProviderRecords } from '../provider/ports.js';
import { openIdentityDatabase } from './identity-database.js';
import { agedProviderRecords, providerRecords } from './provider-records.js';

describe('the records of the provider', () => {
  let server: TestDatabase;
  let database: Database;
  let records: ProviderRecords;
  beforeAll(async () => {
    server = await openTestDatabase();
    database = await openIdentityDatabase(server.connection);
    records = providerRecords(database);
  });
  afterAll(async () => {
    await database?.close();
    await server?.close();
  });
  beforeEach(() => database.dataSource.query('DELETE FROM identity.provider_record'));

  const dump = async () => JSON.stringify(await database.dataSource.query('SELECT * FROM identity.provider_record'));
  const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;
  const token = (jti: string, grantId = 'grant-1') => ({
    jti,
    kind: 'RefreshToken',
    grantId,
    accountId: 'ana',
    sessionUid: 'uid-1',
    exp: inSeconds(60),
  });
  const store = async (...ids: string[]) => {
    for (const id of ids) await records.of('RefreshToken').upsert(id, token(id), 60);
  };

  it('finds a record by its id and its kind', async () => {
    await store('secret-token');
    expect(await records.of('RefreshToken').find('secret-token')).toMatchObject({ jti: 'secret-token', accountId: 'ana' });
    expect(await records.of('AccessToken').find('secret-token')).toBeUndefined();
  });

  it('stores nothing that anybody could use', async () => {
    await store('secret-token');
    await records.of('Session').upsert('secret-cookie', { jti: 'secret-cookie', uid: 'uid-1', accountId: 'ana', exp: inSeconds(60) }, 60);
    const session = { uid: 'uid-1', accountId: 'ana', cookie: 'secret-cookie' } as never;
    await records.of('Interaction').upsert('secret-sign-in', { jti: 'secret-sign-in', session }, 60);
    expect(await dump()).not.toContain('secret');
    expect(await records.of('Session').findByUid('uid-1')).toMatchObject({ accountId: 'ana' });
  });

  it('deletes what has expired', async () => {
    await records.of('RefreshToken').upsert('old', token('old'), -1);
    await store('current');
    expect(await records.of('RefreshToken').find('old')).toBeUndefined();
    await prune(database, agedProviderRecords);
    expect(await database.dataSource.query('SELECT count(*)::integer AS left FROM identity.provider_record')).toEqual([{ left: 1 }]);
  });

  it('accepts one of many concurrent uses, and ends the token family for the others', async () => {
    await store('used', 'sibling');
    await records.of('Grant').upsert('grant-1', { jti: 'grant-1', accountId: 'ana' }, 60);
    await records.of('RefreshToken').upsert('stranger', token('stranger', 'grant-2'), 60);
    const uses = await Promise.allSettled(Array.from({ length: 5 }, () => records.of('RefreshToken').consume('used')));
    expect(uses.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await records.of('RefreshToken').find('sibling')).toBeUndefined();
    expect(await records.of('Grant').find('grant-1')).toBeUndefined();
    expect(await records.of('RefreshToken').find('stranger')).toBeDefined();
  });

  it('remembers that something was used', async () => {
    await store('used');
    await records.of('RefreshToken').consume('used');
    expect((await records.of('RefreshToken').find('used'))!.consumed).toBeGreaterThan(0);
  });

  it('accepts an assertion once, even if many arrive at the same time', async () => {
    const seen = Array.from({ length: 5 }, () => records.of('ReplayDetection').upsert('assertion', { jti: 'assertion' }, 60));
    expect((await Promise.allSettled(seen)).filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('extends a session by an hour, and never beyond twelve hours since the sign-in', async () => {
    const expectedLife = async (signedInSecondsAgo: number) => {
      const session = { uid: 'uid-1', accountId: 'ana', loginTs: inSeconds(-signedInSecondsAgo) };
      await records.of('Session').upsert('cookie', session, 60);
      await records.prolongSession('uid-1');
      return (await records.of('Session').find('cookie'))!.exp! - inSeconds(0);
    };
    expect(Math.abs((await expectedLife(600)) - 3600)).toBeLessThan(30);
    expect(Math.abs((await expectedLife(11.5 * 3600)) - 1800)).toBeLessThan(30);
  });

  it('does not revive an expired session', async () => {
    await records.of('Session').upsert('cookie', { uid: 'uid-1', accountId: 'ana', loginTs: inSeconds(-600) }, -1);
    await records.prolongSession('uid-1');
    expect(await records.of('Session').find('cookie')).toBeUndefined();
  });

  it('ends one session, or all of an account, with everything issued in them', async () => {
    await store('one');
    await records.of('Session').upsert('cookie', { uid: 'uid-1', accountId: 'ana', exp: inSeconds(60) }, 60);
    await records.of('Session').upsert('other', { uid: 'uid-2', accountId: 'ana', exp: inSeconds(60) }, 60);
    await records.of('Grant').upsert('grant-1', { jti: 'grant-1', accountId: 'ana' }, 60);
    await records.endSession('uid-1');
    expect([await records.of('RefreshToken').find('one'), await records.of('Grant').find('grant-1')]).toEqual([undefined, undefined]);
    expect(await records.of('Session').find('other')).toBeDefined();
    await records.endSessionsOf('ana');
    expect(await dump()).toBe('[]');
  });
});
