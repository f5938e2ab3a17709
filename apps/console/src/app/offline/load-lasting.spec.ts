import { describe, expect, it } from '@jest/globals';
import { loadLasting } from './load-lasting';

/** A network that is there or not at each try, and a part that loads with network only. */
function script(...isThere: boolean[]) {
  const told = { tries: 0, waits: 0 };
  const network = {
    isThere: () => isThere[told.tries - 1] ?? true,
    untilThere: () => Promise.resolve(void told.waits++),
  };
  return { told, network };
}

describe('a part of the page', () => {
  it('is loaded once if that works', async () => {
    const { told, network } = script();
    expect(await loadLasting(() => Promise.resolve(++told.tries), network)).toBe(1);
  });

  it('is loaded as soon as the network is back, however often it goes', async () => {
    const { told, network } = script(false, false, true);
    const load = () => (++told.tries < 3 ? Promise.reject(new Error('no network')) : Promise.resolve('the part'));
    expect(await loadLasting(load, network)).toBe('the part');
    expect(told).toEqual({ tries: 3, waits: 2 });
  });

  it('is tried once more where the network came back just after the failure', async () => {
    const { told, network } = script(true, true);
    const load = () => (++told.tries < 2 ? Promise.reject(new Error('no network')) : Promise.resolve('the part'));
    expect(await loadLasting(load, network)).toBe('the part');
    expect(told.waits).toBe(0);
  });

  it('fails if it cannot be loaded with network', async () => {
    const { told, network } = script(false, true, true);
    const load = () => Promise.reject(new Error(`try ${++told.tries}`));
    await expect(loadLasting(load, network)).rejects.toThrow('try 3');
  });
});
