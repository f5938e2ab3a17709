import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openTestTerminal, type TestTerminal } from './terminal.fixture.js';

const waiting = { consumer: 'matching-read-model', topic: 'goods', key: 'k', sequence: 3, attempts: 4, reason: 'TypeError' };

describe('haven parked, asking a server where an event waits', () => {
  let terminal: TestTerminal;
  let asked: unknown;
  let answer: unknown;

  beforeEach(async () => {
    answer = { applied: 2, parked: [waiting] };
    terminal = await openTestTerminal((request, tell) => {
      asked = request;
      return tell({ result: answer });
    });
  });
  afterEach(() => terminal.close());

  it('lists it, which is no failure', async () => {
    expect(await terminal.run('parked')).toBe(0);
    expect(asked).toEqual({ command: 'parked', replay: false, consumer: null });
    expect(terminal.written).toEqual({ stdout: `${JSON.stringify(waiting)}\n`, stderr: '' });
  });

  it('fails when it stays parked after a replay, and says what to do', async () => {
    expect(await terminal.run('parked', 'replay', '--consumer', 'matching-read-model')).toBe(1);
    expect(asked).toEqual({ command: 'parked', replay: true, consumer: 'matching-read-model' });
    expect(terminal.written.stderr).toBe(
      '2 applied, 1 still parked.\nRepair what "reason" names (see docs/runbook.md, Parked events), then replay again.\n',
    );
  });

  const id = '00000000-0000-4000-8000-000000000001';

  it('discards one, and says what is lost and what to do', async () => {
    answer = { discarded: [{ consumer: 'matching-read-model', topic: 'goods', key: 'k', id }] };
    expect(await terminal.run('parked', 'discard', '--id', id)).toBe(0);
    expect(asked).toEqual({ command: 'discard', id, consumer: null });
    expect(terminal.written.stderr).toBe(
      `Discarded: matching-read-model will never know what event ${id} said of k. Call the shelter, then have the service verified or its beds counted again.\n`,
    );
  });

  it('fails if nothing with that id is parked, and asks nobody without an id', async () => {
    answer = { discarded: [] };
    await expect(terminal.run('parked', 'discard', '--id', id)).rejects.toThrow(`No event ${id} is parked.`);
    asked = null;
    expect(() => terminal.run('parked', 'discard')).toThrow('--id ID');
    expect(() => terminal.run('parked', 'discard', '--id', 'k')).toThrow('--id ID');
    expect(asked).toBeNull();
  });
});
