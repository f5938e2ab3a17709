import { describe, expect, it } from '@jest/globals';
import { TooManyWaiting } from './gate.js';
import { createPasswords, type Derive } from './passwords.js';

describe('passwords', () => {
  it('are stored as salted argon2id in PHC form, and match however they are composed', async () => {
    const passwords = createPasswords();
    const [one, other] = await Promise.all([passwords.hash('café tundra violet'), passwords.hash('café tundra violet')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(one).not.toBe(other);
    expect(await passwords.matches(one, 'café tundra violet'.normalize('NFD'))).toBe(true);
    expect(await passwords.matches(one, 'cafe tundra violet')).toBe(false);
  });

  it('cost the same work for an unknown account, and never match', async () => {
    const costs: unknown[] = [];
    const derive: Derive = (_password, nonce, cost) => {
      costs.push({ ...cost, nonce: nonce.length });
      return Promise.resolve(Buffer.alloc(32));
    };
    const passwords = createPasswords(derive);
    expect(await passwords.matches(await passwords.hash('any'), 'any')).toBe(true);
    expect(await passwords.matches(null, 'any')).toBe(false);
    expect(costs).toEqual([costs[0], costs[0], costs[0]]);
  });

  it('are checked two at a time, and refused if too many wait', async () => {
    let running = 0;
    let most = 0;
    const release: (() => void)[] = [];
    const derive: Derive = async () => {
      most = Math.max(most, (running += 1));
      await new Promise<void>((resolve) => release.push(resolve));
      running -= 1;
      return Buffer.alloc(32);
    };
    const passwords = createPasswords(derive);
    const asked = Array.from({ length: 66 }, () => passwords.hash('any'));
    await expect(passwords.hash('any')).rejects.toThrow(TooManyWaiting);
    let done = false;
    void Promise.all(asked).then(() => (done = true));
    while (!done) {
      release.splice(0).forEach((go) => go());
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(most).toBe(2);
    const later = passwords.hash('any');
    release.splice(0).forEach((go) => go());
    await expect(later).resolves.toEqual(expect.any(String));
  });
});
