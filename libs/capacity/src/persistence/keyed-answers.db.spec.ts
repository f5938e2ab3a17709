import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { canonicalJson } from '@haven/kernel';
import { holdBeds } from '../holds/hold-beds.js';
import type { SeenHold } from '../ports.js';
import { caseworker, openShelters, type Shelters } from '../holds.fixture.js';
import type { QueryRunner } from 'typeorm';
import { KeyedAnswers1797500000002 } from './migrations/events/1797500000002-keyed-answers.js';
import { AnswersByOrganization1798000000002 } from './migrations/events/1798000000002-answers-by-organization.js';

const body = { serviceId: 'house', party: [{ gender: 'WOMAN', age: 16 } as const], caseReference: 'K7M-4QX-7' };
const digest = (text: string) => createHash('sha256').update(text).digest('hex');
/** What an attacker who guesses a party and a case reference can compute. */
const guess = (of: object) => digest(canonicalJson(of));

describe('the stored answer to a call that may be repeated', () => {
  let shelters: Shelters;
  const hold = (key: string, more: object = {}) => holdBeds(shelters.capacity, caseworker, { ...body, idempotencyKey: key, ...more });
  const answers = () => shelters.rows('SELECT * FROM capacity.idempotent_answer ORDER BY answered_at');
  const holds = async () => (await shelters.rows('SELECT 1 FROM capacity.hold')).length;
  const withRunner = async (work: (runner: QueryRunner) => Promise<void>) => {
    const runner = shelters.database.dataSource.createQueryRunner();
    await work(runner);
    await runner.release();
  };

  beforeAll(async () => {
    shelters = await openShelters();
    await shelters.shelter('house', { total: 30 });
  });
  beforeEach(() => shelters.rows('DELETE FROM capacity.idempotent_answer'));
  afterAll(() => shelters.close());

  it('does not let anybody guess the body or the key, and still recognizes equal bodies', async () => {
    await hold('Sokha 1999-04-12');
    await hold('two');
    const stored = await answers();
    expect(new Set(stored.map((row) => row['body_hash'])).size).toBe(1);
    for (const guessed of [guess(body), digest('two')]) {
      expect(JSON.stringify(stored)).not.toContain(guessed);
      expect(JSON.stringify(stored)).not.toContain(digest(guessed));
    }
    expect(JSON.stringify(stored)).not.toMatch(/Sokha|1999-04-12/);
  });

  it('uses a key that the role of the process cannot read and that no other database has', async () => {
    await expect(shelters.database.transaction((tx) => tx.query('SELECT * FROM capacity.answer_key'))).rejects.toThrow('permission denied');
    const key = async () => (await shelters.rows('SELECT key FROM capacity.answer_key'))[0]!['key'];
    const before = await key();
    await withRunner(async (runner) => {
      await new KeyedAnswers1797500000002().down(runner);
      await new KeyedAnswers1797500000002().up(runner);
    });
    expect(await key()).not.toEqual(before);
  });

  it('belongs to the worker in their organization: in another one, the same key is another call', async () => {
    const first = await hold('both');
    const elsewhere = { ...caseworker, organizationId: 'other' };
    const second = await holdBeds(shelters.capacity, elsewhere, { ...body, idempotencyKey: 'both' });
    expect(second).toMatchObject({ hold: { state: 'HELD' } });
    expect(second).not.toEqual(first);
    expect(await hold('both')).toEqual(first);
  });

  it.each([
    ['by the previous version', false],
    ['by a version without keyed hashes', true],
  ])('causes no second hold if it was written %s, and belongs to the organization that holds the bed', async (written, isOlder) => {
    const key = `old ${written}`;
    const first = (await hold('first')) as SeenHold;
    const before = await holds();
    await withRunner(async (runner) => {
      await new AnswersByOrganization1798000000002().down(runner);
      const stored = isOlder ? '$4' : 'capacity.keyed_hash($4)';
      const insert = `INSERT INTO capacity.idempotent_answer (subject, operation, key, body_hash, answer) VALUES ($1, $2, $3, ${stored}, $5)`;
      await runner.query(insert, [caseworker.subject, 'holdBeds', key, guess(body), JSON.stringify(first)]);
      if (isOlder) {
        await new KeyedAnswers1797500000002().down(runner);
        await new KeyedAnswers1797500000002().up(runner);
      }
      await new AnswersByOrganization1798000000002().up(runner);
    });
    expect(JSON.stringify(await answers())).not.toContain(written);
    expect(await hold(key)).toEqual(first);
    expect(await hold(key, { caseReference: '7KM-4RX-M' })).toEqual({ kind: 'IdempotencyConflict' });
    expect(await holds()).toBe(before);
    const elsewhere = { ...caseworker, organizationId: 'other' };
    expect(await holdBeds(shelters.capacity, elsewhere, { ...body, idempotencyKey: key })).not.toEqual(first);
  });
});
