import { describe, expect, it } from '@jest/globals';
import { namesOf } from './names-of.js';

describe('what is logged of an error', () => {
  it('is its name, its code and its place', () => {
    const error = Object.assign(new TypeError('secret'), { code: '23505', constraint: 'pool_pkey' });
    expect(namesOf(error)).toEqual({
      name: 'TypeError',
      code: '23505',
      constraint: 'pool_pkey',
      at: expect.stringContaining('names-of.spec'),
    });
  });

  it('is nothing of a message that looks like a stack, even if it was changed later', () => {
    const forged = 'x\n    at secret (file:///secret.js:1:1)';
    expect(namesOf(new Error(forged)).at).toContain('names-of.spec');
    const changed = new Error(forged);
    changed.message = 'another';
    expect(JSON.stringify([namesOf(new Error(forged)), namesOf(changed)])).not.toContain('secret');
  });

  it('is no name or code that has more than one word', () => {
    const error = Object.assign(new Error('a'), { name: 'a secret', code: 'a\nsecret', constraint: { secret: 1 } });
    expect(JSON.stringify(namesOf(error))).not.toContain('secret');
    expect(namesOf('a secret')).toEqual({ name: 'string' });
  });
});
