import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runHaven } from '../harness/command.js';
import { ownProcesses } from '../harness/shared-system.js';
import { startSystem, type OwnSystem } from '../harness/system.js';

const link = /\/sign-in\/link\/[\w-]{43}\b/;
const demoNames = ['demo-auditor', 'demo-caseworker', 'demo-coordinator', 'demo-hotline', 'demo-provider'];

(ownProcesses ? describe : describe.skip)('haven account', () => {
  let system: OwnSystem;
  let folder: string;
  const account = (...words: string[]) => runHaven(['account', ...words], { env: { HAVEN_DATA: system.dataDirectory } });
  const listed = async () => (await account('list')).stdout.split('\n').filter((line) => line !== '');

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'haven-accounts-'));
    system = await startSystem({ demo: true });
  }, 200_000);
  afterAll(async () => {
    await system?.remove();
    await rm(folder, { recursive: true });
  });

  it('includes an account for each role in the demo directory, with the passwords that the start printed', async () => {
    for (const name of demoNames) expect(system.output()).toMatch(new RegExp(`${name} +\\w+-\\w+-\\w+-\\w+`));
    const lines = await listed();
    expect(lines.map((line) => line.split(' ')[0])).toEqual(demoNames);
    expect(lines.find((line) => line.startsWith('demo-provider'))).toMatch(/organization \S+$/);
  });

  it('can be added, disabled, enabled and reset, with a link and never a password', async () => {
    const added = await account('add', 'Ana.Lim', '--role', 'caseworker');
    expect(added).toMatchObject({ code: 0, stderr: '' });
    expect(added.stdout).toMatch(link);
    expect(await listed()).toContainEqual(expect.stringMatching(/^ana\.lim +caseworker +has no password yet$/));
    expect((await account('disable', 'ana.lim')).stdout).toBe('ana.lim (caseworker) is disabled\n');
    expect((await account('enable', 'ana.lim')).stdout).toBe('ana.lim (caseworker) has no password yet\n');
    const reset = await account('reset', 'ana.lim');
    expect(reset.stdout).toMatch(link);
    expect(link.exec(reset.stdout)![0]).not.toBe(link.exec(added.stdout)![0]);
  });

  it.each([
    [['add', 'bob', '--role', 'provider'], /--organization/],
    [['add', 'bob', '--role', 'provider', '--organization', 'nobody'], /no organization nobody/],
    [['add', 'bob@example.org', '--role', 'hotline'], /no e-mail/],
    [['add', 'bob'], /--role caseworker/],
    [['add', 'ana.lim', '--role', 'hotline'], /Somebody already has the name/],
    [['disable', 'demo-hotline'], /HAVEN_DEMO=false/],
    [['reset', 'nobody'], /account list/],
    [['remove', 'ana.lim'], /add\|disable\|enable\|reset/],
  ])('give advice: account %j', async (words, message) => {
    const refused = await account(...words);
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toMatch(message);
    expect(refused.stderr.trim().split('\n')).toHaveLength(1);
  });

  it('prints the link of the first coordinator at each start until there is one', async () => {
    expect(link.exec(system.output())).not.toBeNull();
  });

  it('lose the demo accounts for good with the first import; and work the same without a server', async () => {
    const file = join(folder, 'one.json');
    await writeFile(file, JSON.stringify([{ id: 'o', name: 'An organization', description: 'Helps' }]));
    await runHaven(['import', file, '--dry-run'], { env: { HAVEN_DATA: system.dataDirectory } });
    expect(await listed()).toHaveLength(demoNames.length + 1);
    await runHaven(['import', file], { env: { HAVEN_DATA: system.dataDirectory } });
    expect(await listed()).toEqual([expect.stringMatching(/^ana\.lim /)]);
    await system.stop();
    await system.restart();
    expect(await listed()).toHaveLength(1);
    expect(system.output()).not.toContain('demo-hotline');
    await system.stop();
    expect(await listed()).toHaveLength(1);
  }, 200_000);
});
