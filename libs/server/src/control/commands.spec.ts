import { describe, expect, it } from '@jest/globals';
import type { ControlMessage } from '@haven/config';
import { runOf } from './commands.js';

describe('runOf', () => {
  const told: ControlMessage[] = [];
  const tell = (message: ControlMessage) => (told.push(message), Promise.resolve());
  const run = runOf({ rebuild: (_request, say) => say({ result: 'done' }) });

  it('runs the command that was asked for', async () => {
    await run({ command: 'rebuild', readModel: 'matching' }, tell);
    expect(told).toEqual([{ result: 'done' }]);
  });

  it('says so if this process does not have the command', async () => {
    await expect(run({ command: 'settle' }, tell)).rejects.toThrow('no command "settle"');
  });
});
