import { describe, expect, it } from '@jest/globals';
import { interruptedSystem, ownProcesses } from '../harness/shared-system.js';

const describeOwn = ownProcesses ? describe : describe.skip;

// SIGTERM stops every system of the suites, and has to.
describeOwn('a running system', () => {
  it('stops on Ctrl-C with exit code 0, and without a stack', () => {
    const { end, output } = interruptedSystem();
    expect({ end, stack: /^\s+at /m.exec(output) }).toEqual({ end: 0, stack: null });
    expect(output).toContain('Stopping');
  });
});
