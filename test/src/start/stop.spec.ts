import { describe, expect, it } from '@jest/globals';
import { ownProcesses } from '../harness/shared-system.js';
import { startSystem } from '../harness/system.js';

const describeOwn = ownProcesses ? describe : describe.skip;

describeOwn('a running system', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'stops on %s with exit code 0',
    async (signal) => {
      const system = await startSystem();
      try {
        process.kill(system.pid(), signal);
        expect(await system.ended(20_000)).toBe(0);
        expect(system.output()).not.toMatch(/^\s+at /m);
      } finally {
        await system.remove();
      }
    },
    120_000,
  );
});
