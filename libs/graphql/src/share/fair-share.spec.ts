import { describe, expect, it } from '@jest/globals';
import { FairShare, type Payer } from './fair-share.js';

const known = (name: string): Payer => ({ name, isKnown: true });
const [hog, quiet] = [known('hog'), known('quiet')];
/** Lets what has been resolved go on. */
const tick = () => new Promise((resolve) => setImmediate(resolve));

describe('a share', () => {
  it('is used up by cost, of that caller alone, and comes back with time', () => {
    let now = 0;
    const share = new FairShare({ perSecond: 10, now: () => now });
    expect(share.charge(hog, 600)).toBeNull();
    expect(share.charge(hog, 50)?.extensions).toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: 5, http: { status: 429 } });
    expect(share.charge(quiet, 50)).toBeNull();
    now = 5_000;
    expect(share.charge(hog, 50)).toBeNull();
    expect(share.charge(hog, 1)).not.toBeNull();
  });

  it('is ten times smaller for who has no token', () => {
    const share = new FairShare({ perSecond: 10, now: () => 0 });
    const stranger = { name: 'address ::1', isKnown: false };
    expect(share.charge(stranger, 60)).toBeNull();
    expect(share.charge(stranger, 1)).not.toBeNull();
  });
});

describe('turns', () => {
  const started: string[] = [];
  const ends = new Map<string, () => void>();
  const begin = (share: FairShare, caller: Payer, what: string, isQuery = true) => {
    share.charge(caller, 50);
    return share.inTurn(caller, 50, isQuery, () => {
      started.push(what);
      return new Promise<void>((resolve) => ends.set(what, resolve));
    });
  };

  it('let a few run, then whoever has cost least, and mutations at once', async () => {
    const share = new FairShare({ perSecond: 1_000 });
    const all = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((what) => begin(share, hog, what));
    all.push(begin(share, quiet, 'q1'), begin(share, hog, 'mutation', false));
    await tick();
    expect(started).toEqual(['mutation', 'h1', 'h2', 'h3', 'h4']);
    for (const what of ['h1', 'h2', 'h3']) {
      ends.get(what)!();
      await tick();
    }
    expect(started.slice(5)).toEqual(['q1', 'h5', 'h6']);
    for (const what of ['h4', 'q1', 'h5', 'h6', 'mutation']) ends.get(what)!();
    await Promise.all(all);
  });

  it('go on after one that fails', async () => {
    const share = new FairShare({ perSecond: 1_000 });
    const fails = () => share.inTurn(hog, 50, true, () => Promise.reject(new Error('no')));
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, fails));
    expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
    await expect(share.inTurn(quiet, 50, true, () => Promise.resolve('done'))).resolves.toBe('done');
  });

  it('let only so many of one caller wait', async () => {
    const share = new FairShare({ perSecond: 1_000 });
    const never = () => share.turnOf(hog, 50, true);
    for (let i = 0; i < 104; i++) void never();
    await expect(never()).rejects.toMatchObject({ extensions: { code: 'RATE_LIMITED' } });
  });
});
