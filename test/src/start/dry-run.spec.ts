import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { CommandResult } from '../harness/command.js';
import { ownProcesses } from '../harness/shared-system.js';
import { startSystem, type OwnSystem } from '../harness/system.js';
import { writeServices } from '../scale/generated-directory.js';

const describeOwn = ownProcesses ? describe : describe.skip;
jest.setTimeout(300_000);

const stored = 50;
const services = 1_000;

async function appears(path: string): Promise<void> {
  while (!existsSync(path)) await sleep(20);
}

describeOwn('a dry run beside a server', () => {
  let folder: string;
  let system: OwnSystem;
  const file = (count: number) => join(folder, `${count}.ndjson`);
  const copy = () => join(system.dataDirectory, 'dry-run');
  const dryRun = (): Promise<CommandResult> => system.haven('import', file(services), '--source', 'scale', '--dry-run');
  const found = async () => (await system.query<{ services: { totalCount: number } }>('{ services(first: 1) { totalCount } }')).services;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'haven-dry-'));
    system = await startSystem();
    for (const count of [stored, services]) await writeServices(file(count), count);
    await system.haven('import', file(stored), '--source', 'scale', '--partial');
  });
  afterAll(async () => {
    await system.remove();
    await rm(folder, { recursive: true });
  });

  it('compares with what is stored, stores nothing, and makes nobody wait for its end', async () => {
    const began = performance.now();
    let isRunning = true;
    const run = dryRun().finally(() => (isRunning = false));
    let longest = 0;
    for (let from = began; isRunning; from = performance.now()) {
      await found();
      longest = Math.max(longest, performance.now() - from);
    }
    const { summary } = JSON.parse((await run).stdout) as { summary: Record<string, object> };
    expect(longest / (performance.now() - began)).toBeLessThan(0.3);
    expect(summary['service']).toEqual({ read: services, stored: services - stored, unchanged: stored, skipped: 0 });
    expect(await found()).toEqual({ totalCount: stored });
    expect(existsSync(copy())).toBe(false);
  });

  it('refuses a second one meanwhile, and leaves no copy after a stop or a kill', async () => {
    for (const end of [() => system.stop(), () => system.kill()]) {
      const run = dryRun().catch((error: Error) => error.message);
      await appears(join(copy(), 'database', 'base'));
      await expect(dryRun()).rejects.toThrow('Another dry run is running');
      await end();
      expect(await run).toContain('The server stopped before the command was done');
      await system.restart();
      expect(existsSync(copy())).toBe(false);
    }
    expect(await found()).toEqual({ totalCount: stored });
  });
});
