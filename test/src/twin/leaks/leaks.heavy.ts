import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ownProcesses } from '../../harness/shared-system.js';
import { copyProduct } from '../../mutations/product-copy.js';
import type { ProductCopy } from '../../mutations/product-copy.js';
import { play } from '../play.js';
import { emptyDirectory, endTwins, startTwins } from '../twins.js';
import type { Twins } from '../twins.js';
import { keptOpen, leaksTogether } from './exact-leaks.js';
import { isFound, leakVariable, named } from './leak.js';
import type { Leak } from './leak.js';

const describeOwn = ownProcesses ? describe : describe.skip;

describeOwn('a copy of the product with leaks', () => {
  let template: string;
  let product: ProductCopy;
  beforeAll(async () => {
    template = await emptyDirectory({});
    product = await copyProduct();
    await product.apply([keptOpen, ...leaksTogether.flat().flatMap(({ faults }) => faults)]);
  }, 240_000);
  afterAll(async () => {
    await product?.remove();
    await rm(template, { recursive: true, force: true });
  });

  const foundWith = async (leaks: readonly Leak[]): Promise<Twins['differences']> => {
    const twins = await startTwins({ template, root: product.root, env: { [leakVariable]: named(leaks) } });
    const isEnough = () => leaks.length > 0 && leaks.every((leak) => isFound(leak, twins.differences));
    try {
      await play(twins, { seed: 3, services: 6, randomMatches: 0, isEnough });
      return twins.differences;
    } finally {
      await endTwins(twins);
    }
  };

  it('looks the same while no leak is switched on', async () => {
    expect(await foundWith([])).toEqual([]);
  }, 180_000);

  describe.each(leaksTogether)('is found out by the twins', (...leaks) => {
    let differences: Twins['differences'];
    beforeAll(async () => {
      differences = await foundWith(leaks);
    }, 240_000);

    it.each(leaks.map((leak) => [leak.name, leak] as const))('%s', (_name, leak) => expect(isFound(leak, differences)).toBe(true));
  });
});
