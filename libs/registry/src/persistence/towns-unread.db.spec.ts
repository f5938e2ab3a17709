import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestRegistry, type TestRegistry } from '../registry.fixture.js';

describe('work that needs towns before they are read', () => {
  let on: TestRegistry;
  beforeAll(async () => {
    on = await openTestRegistry();
  });
  afterAll(() => on.close());

  it('is rolled back, and repeated once they are read', async () => {
    let runs = 0;
    const town = await on.registry.transaction(async (tx) => {
      runs += 1;
      await tx.dirty.mark([`run ${runs}`]);
      return tx.towns()({ city: 'Medan', region: null, postalCode: null, country: 'ID' });
    });
    expect(town).toMatchObject({ name: 'Medan', country: 'ID' });
    expect(await on.registry.transaction((tx) => tx.dirty.take(10))).toEqual(['run 2']);
  });

  it('is done once if they are read already', async () => {
    let runs = 0;
    await on.registry.transaction(async (tx) => {
      runs += 1;
      tx.towns();
      return Promise.resolve();
    });
    expect(runs).toBe(1);
  });

  it('is not repeated if it fails by itself', async () => {
    let runs = 0;
    const failing = on.registry.transaction(() => {
      runs += 1;
      return Promise.reject(new Error('no'));
    });
    await expect(failing).rejects.toThrow('no');
    expect(runs).toBe(1);
  });
});
