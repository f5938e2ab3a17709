import { describe, expect, it } from '@jest/globals';
import { runHaven } from '../harness/command.js';
import { sharedSystem } from '../harness/shared-system.js';

describe('haven parked', () => {
  const run = (...args: string[]) => runHaven(['parked', ...args], { env: { HAVEN_DATA: sharedSystem().dataDirectory } });

  it('lists nothing on a system where every event took effect', async () => {
    expect(await run()).toMatchObject({ code: 0, stdout: '' });
    expect(await run('replay')).toMatchObject({ code: 0, stdout: '', stderr: '0 applied, 0 still parked.\n' });
  });

  it('names its arguments', async () => {
    const unknown = await run('--consumer', 'nobody');
    expect(unknown.code).toBe(1);
    expect(unknown.stderr).toMatch(/There is no consumer "nobody" here\. There are: .*matching-read-model\./);
    const other = await run('again');
    expect(other.code).toBe(1);
    expect(other.stderr).toContain('npm run haven -- parked replay');
  });
});
