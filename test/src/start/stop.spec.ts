import { describe, expect, it } from '@jest/globals';
import { ownProcesses } from '../harness/shared-system.js';
import { startSystem } from '../harness/system.js';

const describeOwn = ownProcesses ? describe : describe.skip;

// SIGTERM stops every system of the suites, and must.
describeOwn('a running system', () => {
  it('stops on Ctrl-C with exit code 0', async () => {
    const system = await startSystem();
    try {
      process.kill(system.pid(), 'SIGINT');
      expect(await system.ended(20_000)).toBe(0);
      expect(system.output()).not.toMatch(/^\s+at /m);
    } finally {
      await system.remove();
    }
  }, 120_000);
});
