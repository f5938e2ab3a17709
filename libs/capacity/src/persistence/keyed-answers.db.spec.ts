import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { canonicalJson } from '@haven/kernel';
import { holdBeds } from '../application/hold-beds.js';
import type { SeenHold } from '../application/ports.js';
import { caseworker, openShelters, type Shelters } from '../holds.fixture.js';
import { KeyedAnswers1797500000002 } from './migrations/1797500000002-keyed-answers.js';

const body = { serviceId: 'house', party: [{ gender: 'WOMAN', age: 16 } as const], caseReference: 'HTL-41' };
/** What somebody who guesses a party and a case reference can work out. */
const guess = (of: object) => createHash('sha256').update(canonicalJson(of)).digest('hex');

describe('what is kept of a call that may be repeated', () => {
  let shelters: Shelters;
  const hold = (key: string, more: object = {}) => holdBeds(shelters.capacity, caseworker, { ...body, idempotencyKey: key, ...more });
  const kept = async (key: string) =>
    (await shelters.rows('SELECT body_hash FROM capacity.idempotent_answer WHERE key = $1', [key]))[0]!['body_hash'];
  const holds = async () => (await shelters.rows('SELECT 1 FROM capacity.hold')).length;

  beforeAll(async () => {
    shelters = await openShelters();
    await shelters.shelter('house', { total: 9 });
  });
  afterAll(() => shelters.close());

  it('tells nobody who guesses what was asked, though equal bodies are known as equal', async () => {
    await hold('one');
    await hold('two');
    expect(await kept('one')).toBe(await kept('two'));
    const stored = JSON.stringify(await shelters.rows('SELECT * FROM capacity.idempotent_answer'));
    expect(stored).not.toContain(guess(body));
    expect(stored).not.toContain(createHash('sha256').update(guess(body)).digest('hex'));
  });

  it('is keyed by what the role of the process cannot read, and is in no other database', async () => {
    await expect(shelters.database.transaction((tx) => tx.query('SELECT * FROM capacity.answer_key'))).rejects.toThrow('permission denied');
    const key = async () => (await shelters.rows('SELECT key FROM capacity.answer_key'))[0]!['key'];
    const before = await key();
    const runner = shelters.database.dataSource.createQueryRunner();
    await new KeyedAnswers1797500000002().down(runner);
    await new KeyedAnswers1797500000002().up(runner);
    await runner.release();
    expect(await key()).not.toEqual(before);
  });

  it.each([
    ['before the upgrade', true],
    ['by a process of the version before, during the upgrade', false],
  ])('makes no second hold of a call that was answered %s', async (written, isMigrated) => {
    const key = `old ${written}`;
    const first = (await hold(key)) as SeenHold;
    await shelters.rows('UPDATE capacity.idempotent_answer SET body_hash = $2 WHERE key = $1', [key, guess(body)]);
    const runner = shelters.database.dataSource.createQueryRunner();
    if (isMigrated) {
      await runner.query('DELETE FROM capacity.idempotent_answer WHERE key <> $1', [key]);
      await runner.query('DROP FUNCTION capacity.keyed_hash');
      await runner.query('DROP TABLE capacity.answer_key');
      await new KeyedAnswers1797500000002().up(runner);
      expect(await kept(key)).not.toBe(guess(body));
    }
    await runner.release();
    const before = await holds();
    expect(await hold(key)).toEqual(first);
    expect(await hold(key, { caseReference: 'HTL-42' })).toEqual({ kind: 'IdempotencyConflict' });
    expect(await holds()).toBe(before);
  });
});
