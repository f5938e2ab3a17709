import { describe, expect, it } from '@jest/globals';
import { err, ok, type Result } from '@haven/kernel';
import { rememberVerified } from './remember-verified.js';
import type { TokenProblem, VerifiedToken } from './token-verifier.js';

const caller = { subject: 'a', role: 'HOTLINE', organizationId: null } as const;

describe('a repeated token', () => {
  let now = 0;
  const clock = { now: () => new Date(now) };
  const counting = (answer: () => Result<VerifiedToken, TokenProblem>) => {
    const asked: string[] = [];
    const verify = rememberVerified((token) => Promise.resolve((asked.push(token), answer())), clock);
    return { asked, verify };
  };
  const good = () => ok({ caller, expiresAt: new Date(60_000) });

  it('is verified once in a few seconds, separately from other tokens', async () => {
    now = 0;
    const { asked, verify } = counting(good);
    for (const token of ['a', 'b', 'a', 'a']) expect(await verify(token)).toEqual(good());
    expect(asked).toEqual(['a', 'b']);
    now = 5_000;
    await verify('a');
    expect(asked).toEqual(['a', 'b', 'a']);
  });

  it('is verified once for all concurrent callers', async () => {
    now = 0;
    const { asked, verify } = counting(good);
    expect(await Promise.all([verify('a'), verify('a'), verify('b'), verify('a')])).toEqual(Array(4).fill(good()));
    expect(asked).toEqual(['a', 'b']);
  });

  it('is verified again after verification failed with an error', async () => {
    let calls = 0;
    const verify = rememberVerified(
      () => ((calls += 1), calls === 1 ? Promise.reject(new Error('no answer')) : Promise.resolve(good())),
      clock,
    );
    await expect(verify('a')).rejects.toThrow('no answer');
    expect(await verify('a')).toEqual(good());
  });

  it('is not accepted after its own expiry', async () => {
    now = 58_000;
    const { asked, verify } = counting(() => (now < 60_000 ? good() : err('expired')));
    await verify('a');
    now = 60_000;
    expect(await verify('a')).toEqual(err('expired'));
    expect(asked).toHaveLength(2);
  });

  it('is verified again if it was refused', async () => {
    const { asked, verify } = counting(() => err('unavailable'));
    for (let n = 0; n < 2; n += 1) await verify('a');
    expect(asked).toHaveLength(2);
  });

  it('is forgotten after a thousand other tokens', async () => {
    now = 0;
    const { asked, verify } = counting(good);
    for (let n = 0; n <= 1_000; n += 1) await verify(`${n}`);
    await verify('0');
    expect(asked).toHaveLength(1_002);
    await verify('1000');
    expect(asked).toHaveLength(1_002);
  });
});
