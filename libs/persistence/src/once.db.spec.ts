import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { canonicalJson } from '@haven/kernel';
import { openTestDatabase, type TestDatabase } from '@haven/testing';
import { Answers, ByOrganization } from './answers.fixture.js';
import { once, openDatabase, type Database, type DatabaseOptions, type IdempotentCall } from './index.js';

const base = {
  schema: 'desk',
  operation: 'hold',
  key: 'Sokha 1999-04-12 N1234567',
  subject: 'dora',
  organizationId: 'ngo',
  body: { beds: 1 },
};
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('a repeated call', () => {
  let server: TestDatabase;
  let database: Database;
  let effects: number;
  const open = (migrations: DatabaseOptions['migrations']) =>
    openDatabase({ context: 'desk', connection: server.connection, entities: [], migrations });
  const call = (changed: Partial<IdempotentCall> = {}) =>
    database.transaction((tx) => once(tx, { ...base, ...changed }, () => Promise.resolve(++effects)));
  const rows = (sql = 'SELECT * FROM desk.idempotent_answer') => database.dataSource.query<Record<string, unknown>[]>(sql);
  /** A call by a process of the previous version, which has neither digests nor organizations. */
  const callBefore = async ({ subject, operation, key, body } = base): Promise<unknown> => {
    const id = [subject, operation, key];
    return database.transaction(async (tx) => {
      const claim = `INSERT INTO desk.idempotent_answer (subject, operation, key, body_hash) VALUES ($1, $2, $3, desk.keyed_hash($4))
        ON CONFLICT DO NOTHING RETURNING key`;
      const claimed = await tx.query<unknown[]>(claim, [...id, sha256(canonicalJson(body))]);
      const where = 'WHERE subject = $1 AND operation = $2 AND key = $3';
      if (claimed.length === 0) {
        const [stored] = await tx.query<{ answer: unknown }[]>(`SELECT answer FROM desk.idempotent_answer ${where}`, id);
        return stored ? stored.answer : { kind: 'IdempotencyConflict' };
      }
      await tx.query(`UPDATE desk.idempotent_answer SET answer = $4 ${where}`, [...id, JSON.stringify(++effects)]);
      return effects;
    });
  };

  beforeAll(async () => {
    server = await openTestDatabase();
    database = await open([Answers, ByOrganization]);
  });
  afterAll(async () => {
    await database.close();
    await server.close();
  });
  beforeEach(async () => {
    effects = 0;
    await rows('DELETE FROM desk.idempotent_answer');
  });

  it('gets the first answer and has no effect', async () => {
    expect([await call(), await call()]).toEqual([1, 1]);
    expect(await call({ body: { beds: 2 } })).toEqual({ kind: 'IdempotencyConflict' });
    expect(effects).toBe(1);
  });

  it.each([
    ['by the same subject in another organization', { organizationId: 'other' }],
    ['by the same subject in no organization', { organizationId: null }],
    ['by somebody else', { subject: 'ana' }],
    ['for another operation', { operation: 'release' }],
  ])('is a different call %s', async (_whose, changed) => {
    await call();
    expect(await call(changed)).toBe(2);
    expect([await call(), await call(changed)]).toEqual([1, 2]);
  });

  it('stores neither its key nor a plain hash of it', async () => {
    await call();
    const stored = JSON.stringify(await rows());
    expect(stored).not.toMatch(/Sokha|1999|1234567/);
    expect(stored).not.toContain(sha256(base.key));
    expect(stored).not.toContain(sha256(sha256(base.key)));
  });

  it('takes effect once if it runs twice at the same time', async () => {
    expect(await Promise.all([call(), call(), call()])).toEqual([1, 1, 1]);
  });

  describe('across an upgrade', () => {
    /** The tables of the previous version. */
    const goBack = async (): Promise<void> => {
      await rows('DROP SCHEMA desk CASCADE');
      await database.close();
      database = await open([Answers]);
    };
    const upgrade = async (): Promise<void> => {
      await database.close();
      database = await open([Answers, ByOrganization]);
    };

    it('gets the answer that the previous version gave', async () => {
      await goBack();
      expect(await callBefore()).toBe(1);
      await upgrade();
      expect(await call()).toBe(1);
      expect(await call({ body: { beds: 2 } })).toEqual({ kind: 'IdempotencyConflict' });
      expect(JSON.stringify(await rows())).not.toContain('Sokha');
      expect(effects).toBe(1);
    });

    it('leaves no key in the files of the table', async () => {
      await goBack();
      await callBefore();
      await rows('CHECKPOINT');
      const bytes = async () => {
        const [{ found }] = await database.dataSource.query<[{ found: boolean }]>(
          `SELECT position('Sokha'::bytea IN pg_read_binary_file(pg_relation_filepath('desk.idempotent_answer'))) > 0 AS found`,
        );
        return found;
      };
      expect(await bytes()).toBe(true);
      await upgrade();
      await rows('CHECKPOINT');
      expect(await bytes()).toBe(false);
    });

    it('is not repeated by a process of the previous version, nor after it', async () => {
      await call();
      expect(await callBefore()).toEqual({ kind: 'IdempotencyConflict' });
      const later = { ...base, key: 'Maria 2001' };
      expect(await callBefore(later)).toBe(2);
      expect(await callBefore(later)).toEqual({ kind: 'IdempotencyConflict' });
      expect(await call(later)).toEqual({ kind: 'IdempotencyConflict' });
      expect(JSON.stringify(await rows())).not.toMatch(/Sokha|Maria/);
      expect(effects).toBe(2);
    });

    it('takes effect once if both versions run it at the same moment', async () => {
      await Promise.all([call(), callBefore(), call(), callBefore()]);
      expect(effects).toBe(1);
    });
  });
});
