import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, it } from '@jest/globals';
import { candidates, choosePorts, failIfTaken } from './ports.js';

it('takes the free ports after the one of the gateway', async () => {
  const [first] = await choosePorts(4_500, 1);
  const taken = createServer().listen(first, '127.0.0.1');
  await once(taken, 'listening');
  expect(await choosePorts(4_500, 3)).not.toContain(first);
  await expect(failIfTaken(first!, '127.0.0.1')).rejects.toThrow(`Port ${first} is taken.`);
  await new Promise((done) => taken.close(done));
  expect((await choosePorts(4_500, 3))[0]).toBe(first);
});

it('stays below the ports of outgoing connections, whatever the port of the gateway', () => {
  for (const after of [1, 80, 4_000, 32_767, 40_000, 65_535]) {
    const all = [...candidates(after)];
    expect(Math.min(...all)).toBe(1_024);
    expect(Math.max(...all)).toBe(32_767);
    expect(new Set(all).size).toBe(all.length);
  }
  expect(candidates(4_000).next().value).toBe(4_001);
});
