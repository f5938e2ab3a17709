import { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { othersFirst } from '@haven/kernel';
import { GraphQLError } from 'graphql';
import { FairShare, type Payer } from './fair-share.js';

const known = (name: string): Payer => ({ name, isKnown: true });
const large = { cost: 100, isMutation: false };
const [hog, quiet] = [known('hog'), known('quiet')];
/** Lets resolved promises continue. */
const tick = () => new Promise((resolve) => setImmediate(resolve));

describe('a share', () => {
  it('is used up by cost, separately for each caller, and refills with time', () => {
    let now = 0;
    const share = new FairShare({ perSecond: 10, now: () => now });
    expect(share.charge(hog, 600)).toBeNull();
    expect(share.charge(hog, 50)?.extensions).toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: 5, http: { status: 429 } });
    expect(share.charge(quiet, 50)).toBeNull();
    now = 5_000;
    expect(share.charge(hog, 50)).toBeNull();
    expect(share.charge(hog, 1)).not.toBeNull();
  });

  it('is ten times smaller without a token', () => {
    const share = new FairShare({ perSecond: 10, now: () => 0 });
    const stranger = { name: 'address ::1', isKnown: false };
    expect(share.charge(stranger, 60)).toBeNull();
    expect(share.charge(stranger, 1)).not.toBeNull();
  });
});

describe('turns', () => {
  let started: string[];
  let ends: Map<string, () => void>;
  beforeEach(() => {
    started = [];
    ends = new Map();
  });
  const begin = (share: FairShare, caller: Payer, what: string, { cost = 10, isMutation = false } = {}) => {
    share.charge(caller, cost);
    return share.inTurn(caller, { cost, isMutation }, () => {
      started.push(what);
      return new Promise<void>((resolve) => ends.set(what, resolve));
    });
  };

  it('let a few run, then the caller with the least cost; mutations run at once', async () => {
    const share = new FairShare({ perSecond: 1_000 });
    const all = ['h1', 'h2', 'h3', 'h4', 'h5'].map((what) => begin(share, hog, what));
    all.push(begin(share, quiet, 'q1'), begin(share, hog, 'mutation', { isMutation: true }));
    await tick();
    expect(started).toEqual(['mutation', 'h1', 'h2', 'h3']);
    for (const what of ['h1', 'h2', 'h3']) {
      ends.get(what)!();
      await tick();
    }
    expect(started.slice(4)).toEqual(['q1', 'h4', 'h5']);
    for (const what of ['h4', 'q1', 'h5', 'mutation']) ends.get(what)!();
    await Promise.all(all);
  });

  it('let large ones run one by one, and never make a caller with small requests wait for them', async () => {
    let now = 0;
    const share = new FairShare({ perSecond: 1_000, now: () => now });
    const all = ['l1', 'l2', 'l3', 'l4'].map((what) => begin(share, hog, what, { cost: 100 }));
    all.push(begin(share, quiet, 'q1'));
    await tick();
    expect(started).toEqual(['l1', 'q1']);
    now = 1_000;
    for (const what of ['q1', 'l1', 'l2', 'l3', 'l4']) {
      ends.get(what)!();
      await tick();
    }
    await Promise.all(all);
  });

  it('put a caller with much recent use last, even after the share has refilled', async () => {
    let now = 0;
    const share = new FairShare({ perSecond: 1_000, now: () => now });
    for (let i = 0; i < 20; i++) share.charge(hog, 100);
    now = 10_000;
    const all = ['h1', 'h2', 'h3', 'h4'].map((what) => begin(share, hog, what));
    all.push(begin(share, quiet, 'q1'));
    await tick();
    ends.get('h1')!();
    await tick();
    expect(started).toEqual(['h1', 'h2', 'h3', 'q1']);
    for (const what of ['h2', 'h3', 'q1']) ends.get(what)!();
    await tick();
    ends.get('h4')!();
    await Promise.all(all);
  });

  it('skip callers who have gone', async () => {
    const share = new FairShare({ perSecond: 1_000 });
    const first = await share.turnOf(hog, large);
    const connection = new Duplex();
    const left = share.turnOf({ ...hog, connection }, large);
    const after = share.turnOf(hog, large);
    await tick();
    connection.destroy();
    first();
    await expect(left).rejects.toMatchObject({ extensions: { code: 'RATE_LIMITED' } });
    await expect(share.turnOf({ ...hog, connection }, large)).rejects.toBeInstanceOf(GraphQLError);
    (await after)();
  });

  it('leave time between large ones while others send small ones, and none otherwise', async () => {
    let now = 0;
    const share = new FairShare({ perSecond: 1_000, now: () => now });
    const large1 = await share.turnOf(hog, large);
    await sleep(10);
    (await share.turnOf(quiet, { cost: 10, isMutation: false }))();
    large1();
    const large2 = share.turnOf(hog, large).then((end) => (started.push('large'), end));
    await tick();
    expect(started).toEqual([]);
    now = 1_000;
    (await large2)();
    const large3 = await share.turnOf(hog, large);
    const large4 = share.turnOf(hog, large).then((end) => (started.push('large'), end));
    large3();
    await tick();
    expect(started).toEqual(['large', 'large']);
    (await large4)();
  });

  it('let long work wait while a small one runs, but not while a large one does', async () => {
    const share = new FairShare({ perSecond: 1_000 });
    const isLongWorkTakenAtOnce = async () => {
      let had = false;
      const waits = othersFirst(1_000).then(() => (had = true));
      for (let round = 0; round < 2; round += 1) await tick();
      const hadAtOnce = had;
      await waits;
      return hadAtOnce;
    };
    for (const small of [
      { cost: 10, isMutation: false },
      { cost: 2, isMutation: true },
    ]) {
      const end = await share.turnOf(quiet, small);
      expect(await isLongWorkTakenAtOnce()).toBe(false);
      end();
      expect(await isLongWorkTakenAtOnce()).toBe(true);
    }
    const end = await share.turnOf(hog, large);
    expect(await isLongWorkTakenAtOnce()).toBe(true);
    end();
  });

  it('continue after a failure', async () => {
    const share = new FairShare({ perSecond: 1_000 });
    const fails = () => share.inTurn(hog, large, () => Promise.reject(new Error('no')));
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, fails));
    expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
    await expect(share.inTurn(quiet, large, () => Promise.resolve('done'))).resolves.toBe('done');
  });

  it('let only so many of one caller wait', async () => {
    const share = new FairShare({ perSecond: 1_000 });
    const never = () => share.turnOf(hog, large);
    for (let i = 0; i < 101; i++) void never();
    await expect(never()).rejects.toMatchObject({ extensions: { code: 'RATE_LIMITED' } });
  });
});

describe('documents', () => {
  const pieceMilliseconds = 4;
  /** Records the order in which documents are read; returns when each was read. */
  const readingIn = (share: FairShare) => {
    const read: string[] = [];
    const reading = async (caller: Payer, what: string) => {
      await share.toRead(caller, 10);
      read.push(what);
      for (const since = performance.now(); performance.now() - since < pieceMilliseconds;);
      return performance.now();
    };
    return { read, reading };
  };
  it('are read one by one; a caller with a refused document comes last', async () => {
    const share = new FairShare({ perSecond: 1_000 });
    share.refused(hog);
    const { read, reading } = readingIn(share);
    const all = ['h1', 'h2'].map((what) => reading(hog, what));
    const others = ['q1', 'q2'].map((what) => reading(quiet, what));
    await Promise.all(others);
    expect(read).toEqual(['h1', 'q1', 'q2']);
    const [first, second] = await Promise.all(all);
    expect(second! - first!).toBeGreaterThan(9 * pieceMilliseconds);
  });

  it('of a caller whose document was refused long ago are read like others', async () => {
    let now = 0;
    const share = new FairShare({ perSecond: 1_000, now: () => now });
    const stillBad = known('still bad');
    share.refused(hog);
    now = 60_001;
    share.refused(stillBad);
    const { read, reading } = readingIn(share);
    await Promise.all([reading(stillBad, 'b1'), reading(stillBad, 'b2'), reading(hog, 'h1'), reading(hog, 'h2')]);
    expect(read).toEqual(['b1', 'h1', 'h2', 'b2']);
  });
});
